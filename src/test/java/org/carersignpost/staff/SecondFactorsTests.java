package org.carersignpost.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SecondFactorsTests {
  /// What somebody's app shows at a step.
  static String codeAt(byte[] key, long step) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(key, "HmacSHA1"), Instant.ofEpochSecond(step * 30));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void codesAreThoseOfTheStandard() {
    byte[] key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    assertThat(codeAt(key, 59 / 30)).isEqualTo("287082");
    assertThat(codeAt(key, 1_111_111_109L / 30)).isEqualTo("081804");
    assertThat(codeAt(key, 20_000_000_000L / 30)).isEqualTo("353130");
  }

  @Test
  void secretsAreWrittenAsAppsReadThem() {
    byte[] key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    assertThat(Base32.encode(key)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Base32.decode("gezdgnbvgy3tqojqgezdgnbvgy3tqojq")).isEqualTo(key);
    assertThat(Base32.decode("1800!")).isEmpty();
  }
}
