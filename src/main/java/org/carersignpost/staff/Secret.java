package org.carersignpost.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random secrets, and the hashes that are kept of them.
///
/// They are long and random, so one plain hash is enough; passwords are hashed in [Passwords].
final class Secret {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  // Without letters and digits that look alike, because people type it.
  private static final String TYPEABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int HALF = 5;

  private Secret() {}

  /// Random bytes that are safe in an address.
  static String random() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
  }

  static byte[] bytes(int length) {
    byte[] value = new byte[length];
    RANDOM.nextBytes(value);
    return value;
  }

  /// A secret to be typed: two groups of five.
  static String typeable() {
    return half() + "-" + half();
  }

  static String hash(String secret) {
    return HexFormat.of().formatHex(digest(secret));
  }

  static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether two secrets or hashes are the same, in a time that tells nothing.
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(digest(one), digest(other));
  }

  private static String half() {
    return IntStream.range(0, HALF)
        .mapToObj(i -> String.valueOf(TYPEABLE.charAt(RANDOM.nextInt(TYPEABLE.length()))))
        .collect(Collectors.joining());
  }
}
