package org.carersignpost.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioSignaturesTests {
  private static final String PATH = "/myapp.php?foo=1&bar=2";

  /// The example of Twilio's own documentation.
  private static final Map<String, String> CALL =
      Map.of(
          "CallSid", "CA1234567890ABCDE",
          "Caller", "+14158675310",
          "From", "+14158675310",
          "Digits", "1234",
          "To", "+18005551212");

  private static final String KNOWN_ANSWER = "L/OH5YylLD5NRKLltdqwSvS0BnU=";

  @Test
  void knownAnswerOfTheDocumentationIsAcceptedAndGiven() {
    TwilioSignatures signatures = new TwilioSignatures("https://example.com", "12345");

    assertThat(signatures.matches(PATH, CALL, KNOWN_ANSWER)).isTrue();
    assertThat(signatures.sign(PATH, CALL)).isEqualTo(KNOWN_ANSWER);
  }

  @Test
  void slashAtTheEndOfThePublicAddressDoesNotMatter() {
    assertThat(new TwilioSignatures("https://example.com/", "12345").sign(PATH, CALL))
        .isEqualTo(KNOWN_ANSWER);
  }

  @Test
  void otherAddressValueOrSignatureIsRefused() {
    TwilioSignatures signatures = new TwilioSignatures("https://example.com", "12345");

    assertThat(signatures.matches("/myapp.php?foo=1", CALL, KNOWN_ANSWER)).isFalse();
    assertThat(signatures.matches(PATH, Map.of("Digits", "1"), KNOWN_ANSWER)).isFalse();
    assertThat(signatures.matches(PATH, CALL, "L/OH5YylLD5NRKLltdqwSvS0BnV=")).isFalse();
    assertThat(signatures.matches(PATH, CALL, "not base64")).isFalse();
    assertThat(signatures.matches(PATH, CALL, "")).isFalse();
    assertThat(signatures.matches(PATH, CALL, null)).isFalse();
  }

  @Test
  void twoTokensAreAcceptedAndTheFirstSigns() {
    TwilioSignatures both = new TwilioSignatures("https://example.com", "new-one, 12345");

    assertThat(both.matches(PATH, CALL, KNOWN_ANSWER)).isTrue();
    assertThat(both.matches(PATH, CALL, both.sign(PATH, CALL))).isTrue();
    assertThat(both.sign(PATH, CALL))
        .isEqualTo(new TwilioSignatures("https://example.com", "new-one").sign(PATH, CALL));
  }

  @Test
  void withoutATokenNothingStarts() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new TwilioSignatures("https://example.com", " , "))
        .withMessageContaining("auth-token");
  }
}
