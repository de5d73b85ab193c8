package org.carersignpost.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Names that stand for phone numbers.
///
/// A pseudonym is always 22 characters that are safe in a URL. The same number has the same one as
/// long as the newest root secret stays; nobody without that secret can go from one to the other,
/// nor test a guess. After a new secret has been put in front, look-ups must try [#allOf].
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final List<SecretKey> keys;
  private final SecureRandom random = new SecureRandom();

  /// @param secrets the root secrets, newest first, separated by commas
  /// @throws IllegalArgumentException if there is none
  public Pseudonyms(String secrets) {
    keys = new RootSecrets(secrets).keys(ALGORITHM, "pseudonym");
  }

  /// The pseudonym under the current key.
  ///
  /// @param e164 a whole number such as `+447700900123`; written differently it is somebody else
  public String of(String e164) {
    return pseudonym(keys.getFirst(), e164);
  }

  /// The pseudonyms under every key ever used, the current first.
  public List<String> allOf(String e164) {
    return keys.stream().map(key -> pseudonym(key, e164)).toList();
  }

  /// One that belongs to no number, for whoever withholds theirs: a different one each time.
  public String made() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return text(bytes);
  }

  private static String pseudonym(SecretKey key, String e164) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return text(Arrays.copyOf(mac.doFinal(e164.getBytes(StandardCharsets.UTF_8)), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
