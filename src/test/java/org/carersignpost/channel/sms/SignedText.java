package org.carersignpost.channel.sms;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carersignpost.channel.Web;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.channel.twilio.FormEncoding;
import org.carersignpost.channel.twilio.TwilioSignatures;
import org.jspecify.annotations.Nullable;

/// A text as Twilio brings it, which a test can change before it is signed and sent.
public final class SignedText {
  public static final String SID = "SM0123456789abcdef0123456789abcdef";

  private final Map<String, String> form = new LinkedHashMap<>();
  private String path = "/twilio/sms";
  private String token = WebEdge.TOKEN;

  private SignedText() {}

  public static SignedText saying(String body) {
    SignedText text = new SignedText();
    text.with("ToCountry", "GB").with("ToState", "").with("SmsMessageSid", SID);
    text.with("NumMedia", "0").with("ToCity", "").with("FromZip", "").with("SmsSid", SID);
    text.with("FromState", "").with("SmsStatus", "received").with("FromCity", "");
    text.with("Body", body).with("FromCountry", "GB").with("To", "+447700900000").with("ToZip", "");
    text.with("NumSegments", "1").with("MessageSid", SID);
    text.with("AccountSid", "AC0123456789abcdef0123456789abcdef");
    text.with("From", "+447700900123").with("ApiVersion", "2010-04-01");
    return text;
  }

  SignedText with(String name, String value) {
    form.put(name, value);
    return this;
  }

  SignedText without(String name) {
    form.remove(name);
    return this;
  }

  SignedText to(String otherPath) {
    path = otherPath;
    return this;
  }

  SignedText signedWith(String otherToken) {
    token = otherToken;
    return this;
  }

  String signature() {
    return new TwilioSignatures(WebEdge.PUBLIC_URL, token).sign(path, form);
  }

  String body() {
    return FormEncoding.encode(form);
  }

  public HttpResponse<String> post(int port) {
    return post(port, body(), signature());
  }

  HttpResponse<String> postChunked(int port) {
    byte[] bytes = body().getBytes(StandardCharsets.UTF_8);
    return Web.send(
        request(
            port,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
            signature()));
  }

  /// Another body or signature than the right ones.
  HttpResponse<String> post(int port, String body, @Nullable String signature) {
    return Web.send(request(port, BodyPublishers.ofString(body), signature));
  }

  HttpRequest.Builder request(int port, BodyPublisher body, @Nullable String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Web.uri(port, path))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(body);
    return signature == null ? request : request.header("X-Twilio-Signature", signature);
  }

  HttpResponse<String> get(int port) {
    String pathAndQuery = path + "?" + body();
    String signature = new TwilioSignatures(WebEdge.PUBLIC_URL, token).sign(pathAndQuery, Map.of());
    return Web.send(
        HttpRequest.newBuilder(Web.uri(port, pathAndQuery))
            .header("X-Twilio-Signature", signature));
  }
}
