package org.carersignpost.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTests {
  private final Passwords passwords = new Passwords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "purple kettle on the roof",
        "zwölf große Bären",
        "correct kettle 1",
        "    four   walls  and  tea",
        "qwRT-91x-bnmK"
      })
  void longAndUncommonOnesAreFine(String password) {
    assertThat(Passwords.fault(password, "anna@example.org", "Anna Smith")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "elevenchars",
        "password1234",
        "Password-2026!",
        "P@$$word123456",
        "Winchester2026",
        "aaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "hampshirehampshire",
        "123456789012",
        "qwertyuiopas",
        "annasmith2026x",
        "the Anna Smith password",
        "anna@example.org1"
      })
  void shortAndEasyOnesAreNot(String password) {
    assertThat(Passwords.fault(password, "anna@example.org", "Anna Smith")).isPresent();
  }

  @Test
  void everyCharacterCountsAlsoAfterThe72ndByte() {
    String begin = "a kettle ".repeat(12);
    String hash = passwords.hash(begin + "one");
    assertThat(hash).startsWith("{bcrypt}$2");
    assertThat(passwords.matches(begin + "one", hash)).isTrue();
    assertThat(passwords.matches(begin + "two", hash)).isFalse();
    assertThat(Passwords.fault("x".repeat(129))).isPresent();
  }

  @Test
  void eachGuessCostsAThousandRounds() {
    assertThat(passwords.hash("purple kettle on the roof")).startsWith("{bcrypt}$2a$10$");
  }

  @Test
  void whereThereIsNoPasswordNoneFitsAndItTakesAsLong() {
    assertThat(passwords.matches("purple kettle on the roof", "")).isFalse();
    String hash = passwords.hash("purple kettle on the roof");
    long with = time(hash);
    long without = time("");
    assertThat((double) without / with).isBetween(0.4, 2.5);
  }

  private long time(String hash) {
    long start = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      assertThat(passwords.matches("wrong", hash)).isFalse();
    }
    return System.nanoTime() - start;
  }
}
