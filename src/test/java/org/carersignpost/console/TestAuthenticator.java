package org.carersignpost.console;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;

/// The app on somebody's phone.
final class TestAuthenticator {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Duration STEP = Duration.ofSeconds(30);

  private final byte[] key;

  /// @param key as the page shows it, in groups of four
  TestAuthenticator(String key) {
    BigInteger bits = BigInteger.ZERO;
    String letters = key.replace(" ", "");
    for (int i = 0; i < letters.length(); i++) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letters.charAt(i))));
    }
    byte[] bytes = bits.toByteArray();
    this.key = new byte[letters.length() * 5 / 8];
    int from = Math.max(0, bytes.length - this.key.length);
    System.arraycopy(
        bytes, from, this.key, this.key.length - (bytes.length - from), bytes.length - from);
  }

  /// The code of now, or of so many half minutes later.
  String code(int steps) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(key, "HmacSHA1"),
              Clock.systemUTC().instant().plus(STEP.multipliedBy(steps)));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
