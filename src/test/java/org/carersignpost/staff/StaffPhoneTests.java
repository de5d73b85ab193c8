package org.carersignpost.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The numbers are kept for drama, or are the library's own examples of their kind.
class StaffPhoneTests {
  @ParameterizedTest
  @CsvSource({
    "07700 900801, +447700900801, 07700 900801",
    "07700900801, +447700900801, 07700 900801",
    "' 07700-900-801 ', +447700900801, 07700 900801",
    "+44 7700 900801, +447700900801, 07700 900801",
    "+44 (0)7700 900801, +447700900801, 07700 900801",
    "0044 7700 900801, +447700900801, 07700 900801",
    "447700900801, +447700900801, 07700 900801",
    "\u202a+44\u00a07700\u2011900801\u202c, +447700900801, 07700 900801",
    "(01632) 960 012, +441632960012, 01632 960012",
    "07400 123456, +447400123456, 07400 123456",
    "0131 496 0123, +441314960123, 0131 496 0123",
    "020 7946 0123, +442079460123, 020 7946 0123"
  })
  void mobilesAndLandlinesAreTakenHoweverTheyAreTyped(String typed, String e164, String written) {
    StaffPhone phone = StaffPhone.parse(typed).orElseThrow();
    assertThat(phone.e164()).isEqualTo(e164);
    assertThat(phone.written()).isEqualTo(written);
    assertThat(StaffPhone.parse(phone.written())).contains(phone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u00a0"})
  void nothingTypedIsNoPhone(String typed) {
    assertThat(StaffPhone.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+33 1 99 00 12 34, United Kingdom",
    "+353 20 910 1234, United Kingdom",
    "+1 202 555 0123, United Kingdom",
    "07797 712345, Channel Islands",
    "01624 756789, Isle of Man",
    "0909 879 0123, special number",
    "0871 123 4567, special number",
    "0843 123 4567, special number",
    "070 1234 5678, special number",
    "076 4012 3456, special number",
    "0306 999 0123, special number",
    "0808 157 0123, special number",
    "056 1234 5678, special number",
    "118 118, not a British phone number",
    "999, not a British phone number",
    "116 123, not a British phone number",
    "07700 90012, not a British phone number",
    "07700 9008011, not a British phone number",
    "07700 900801 ext 2, not a British phone number",
    "0800 CARERS, not a British phone number",
    "anna@example.org, not a British phone number",
    "+, not a British phone number",
    "+44, not a British phone number",
    "((((, not a British phone number",
    "٠٧٧٠٠٩٠٠٨٠١, not a British phone number"
  })
  void anythingElseIsRefusedWithTheReason(String typed, String reason) {
    assertThatThrownBy(() -> StaffPhone.parse(typed))
        .isInstanceOfSatisfying(
            StaffRefusedException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(StaffRefusedException.Kind.WRONG);
              assertThat(e.sentence()).contains(reason).endsWith(".").doesNotContain(typed);
            });
  }

  @Test
  void aLongTextIsRefusedAtOnce() {
    assertThatThrownBy(() -> StaffPhone.parse("07700 900801 ".repeat(100_000)))
        .isInstanceOf(StaffRefusedException.class);
  }

  @Test
  void itDoesNotTellTheNumberByAccident() {
    assertThat(StaffPhone.parse("07700 900801").orElseThrow().toString()).doesNotContain("900801");
    assertThatThrownBy(() -> new StaffPhone("07700 900801"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAccountThatWasStoredWithoutAPhoneHasNone() {
    String stored =
        """
        {"displayName": "Anna", "password": "", "totp": "", "totpStep": 0, "recovery": [],
         "invitation": "", "invitedUntil": 0}
        """;
    AccountRecord.Secrets read =
        JsonMapper.builder().build().readValue(stored, AccountRecord.Secrets.class);
    assertThat(read.phone()).isEmpty();
  }
}
