package org.carersignpost.channel.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.carersignpost.channel.twilio.FormEncoding;
import org.carersignpost.channel.twilio.TwilioSignatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Brings to our own webhooks over HTTP what Twilio would bring, signed as Twilio signs.
@Component
@DemonstrationOnly
class SignedPosts {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(15);
  private static final String NO_ACCOUNT = "AC" + "0".repeat(32);
  private static final String SERVICE_NUMBER = "+447700900000";
  private static final Logger log = LoggerFactory.getLogger(SignedPosts.class);

  private final TwilioSignatures signatures;
  private final Environment environment;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  SignedPosts(TwilioSignatures signatures, Environment environment) {
    this.signatures = signatures;
    this.environment = environment;
  }

  /// A new id as Twilio makes them: two letters and 32 hexadecimal digits.
  static String newSid(String kind) {
    return kind + UUID.randomUUID().toString().replace("-", "");
  }

  String accountSid() {
    return property("signpost.twilio.account-sid", NO_ACCOUNT);
  }

  /// The number that carers text and ring.
  String serviceNumber() {
    return property("signpost.twilio.phone-number", SERVICE_NUMBER);
  }

  /// The address that Twilio knows us by, without a slash at the end.
  String publicUrl() {
    return property("signpost.public-url", "").strip().replaceAll("/+$", "");
  }

  /// The document that answers.
  ///
  /// @param token what stays the same when the same is posted again
  String post(String pathAndQuery, Map<String, String> form, String token) throws Undelivered {
    return answer(request(pathAndQuery, form, token));
  }

  /// The same by GET: the parameters travel in the address.
  String get(String pathAndQuery, Map<String, String> form, String token) throws Undelivered {
    String all =
        pathAndQuery + (pathAndQuery.contains("?") ? "&" : "?") + FormEncoding.encode(form);
    return answer(
        builder(all, token).header("X-Twilio-Signature", signatures.sign(all, Map.of())).build());
  }

  /// Tells what became of something, and does not wait for the answer.
  void tell(String pathAndQuery, Map<String, String> form, String token) {
    var _ =
        http.sendAsync(request(pathAndQuery, form, token), HttpResponse.BodyHandlers.discarding());
  }

  /// Tells what became of something before anything later is told.
  void tellInOrder(String pathAndQuery, Map<String, String> form) {
    try {
      var _ = send(request(pathAndQuery, form, UUID.randomUUID().toString()));
    } catch (Undelivered e) {
      log.debug("Nobody was told what became of a call: {}", e.getMessage());
    }
  }

  private String answer(HttpRequest request) throws Undelivered {
    HttpResponse<String> response = send(request);
    if (response.statusCode() != 200) {
      throw new Undelivered("The webhook answered " + response.statusCode() + ".");
    }
    return response.body();
  }

  private HttpResponse<String> send(HttpRequest request) throws Undelivered {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Undelivered("The webhook did not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undelivered("The service is stopping.", e);
    }
  }

  private HttpRequest request(String pathAndQuery, Map<String, String> form, String token) {
    return builder(pathAndQuery, token)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("X-Twilio-Signature", signatures.sign(pathAndQuery, form))
        .POST(HttpRequest.BodyPublishers.ofString(FormEncoding.encode(form)))
        .build();
  }

  private HttpRequest.Builder builder(String pathAndQuery, String token) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + pathAndQuery))
        .timeout(READ)
        .header("I-Twilio-Idempotency-Token", token);
  }

  private String port() {
    return environment.getProperty(
        "local.server.port", environment.getProperty("server.port", "8080"));
  }

  private String property(String name, String otherwise) {
    String value = environment.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }
}
