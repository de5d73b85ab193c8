package org.carersignpost.channel.twilio;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Twilio's signatures: an HMAC over the public address and every parameter, keyed with the auth
/// token.
///
/// The address is the configured public one with the raw path and query of the request, never what
/// a proxy's headers claim. Several tokens are accepted so that a token can be changed without
/// losing a text; the first one signs.
public final class TwilioSignatures {
  private static final String HMAC = "HmacSHA1";

  private final String publicUrl;
  private final List<String> tokens;
  private final List<RequestValidator> validators;

  /// @param publicUrl the address that Twilio is configured with, without a path, such as
  ///   `https://text.example.org`
  /// @param tokens one auth token, or several with commas between
  public TwilioSignatures(String publicUrl, String tokens) {
    this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
    this.tokens =
        Arrays.stream(tokens.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
    if (this.tokens.isEmpty()) {
      throw new IllegalStateException("signpost.twilio.auth-token is needed: webhooks are signed");
    }
    this.validators = this.tokens.stream().map(RequestValidator::new).toList();
  }

  /// Whether one of our tokens signed this.
  ///
  /// @param pathAndQuery raw, as it came: `/twilio/sms?x=1`
  /// @param parameters those of a form body, every value as sent; none for GET
  public boolean matches(
      String pathAndQuery, Map<String, String> parameters, @Nullable String signature) {
    if (signature == null || signature.isBlank()) {
      return false;
    }
    return isSigned(publicUrl + pathAndQuery, parameters, signature);
  }

  /// The same of a websocket's handshake, for which the scheme is another and a slash at the end
  /// may have been signed that did not come with it
  /// (https://www.twilio.com/docs/voice/conversationrelay/onboarding).
  public boolean matchesHandshake(String pathAndQuery, @Nullable String signature) {
    if (signature == null || signature.isBlank()) {
      return false;
    }
    String url = publicUrl.replaceFirst("^http", "ws") + pathAndQuery.replaceFirst("/$", "");
    return isSigned(url, Map.of(), signature) || isSigned(url + "/", Map.of(), signature);
  }

  private boolean isSigned(String url, Map<String, String> parameters, String signature) {
    return validators.stream().anyMatch(v -> v.validate(url, parameters, signature));
  }

  /// The signature that Twilio would send.
  public String sign(String pathAndQuery, Map<String, String> parameters) {
    StringBuilder signed = new StringBuilder(publicUrl).append(pathAndQuery);
    new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(tokens.getFirst().getBytes(StandardCharsets.UTF_8), HMAC));
      byte[] digest = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
