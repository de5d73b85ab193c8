package org.carersignpost.channel.voice;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carersignpost.channel.Web;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.channel.twilio.FormEncoding;
import org.carersignpost.channel.twilio.TwilioSignatures;
import org.jspecify.annotations.Nullable;

/// A step of a call as Twilio brings it, which a test can change before it is signed and sent.
final class SignedCall {
  static final String SID = "CA0123456789abcdef0123456789abcdef";

  private final Map<String, String> form = new LinkedHashMap<>();
  private final String path;

  private SignedCall(String path) {
    this.path = path;
    with("Called", "+447700900000").with("ToState", "").with("CallerCountry", "GB");
    with("Direction", "inbound").with("CallerState", "").with("ToZip", "").with("CallSid", SID);
    with("To", "+447700900000").with("CallerZip", "").with("ToCountry", "GB");
    with("ApiVersion", "2010-04-01").with("CalledZip", "").with("CallStatus", "in-progress");
    with("CalledCity", "").with("From", "+447700900123").with("Caller", "+447700900123");
    with("AccountSid", TestPhone.ACCOUNT).with("FromCountry", "GB").with("ToCity", "");
  }

  static SignedCall ringing() {
    return to("/twilio/voice").with("CallStatus", "ringing");
  }

  /// A step of the call that a document asked for.
  static SignedCall step(int number) {
    return to("/twilio/voice/" + SID + "/" + number);
  }

  static SignedCall to(String path) {
    return new SignedCall(path);
  }

  SignedCall with(String name, String value) {
    form.put(name, value);
    return this;
  }

  SignedCall without(String name) {
    form.remove(name);
    return this;
  }

  String signature() {
    return new TwilioSignatures(WebEdge.PUBLIC_URL, WebEdge.TOKEN).sign(path, form);
  }

  HttpResponse<String> post(int port) {
    return post(port, signature());
  }

  /// Another signature than the right one.
  HttpResponse<String> post(int port, @Nullable String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Web.uri(port, path))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(BodyPublishers.ofString(FormEncoding.encode(form)));
    return Web.send(signature == null ? request : request.header("X-Twilio-Signature", signature));
  }

  HttpResponse<String> get(int port) {
    String pathAndQuery = path + "?" + FormEncoding.encode(form);
    String signature =
        new TwilioSignatures(WebEdge.PUBLIC_URL, WebEdge.TOKEN).sign(pathAndQuery, Map.of());
    return Web.send(
        HttpRequest.newBuilder(Web.uri(port, pathAndQuery))
            .header("X-Twilio-Signature", signature));
  }
}
