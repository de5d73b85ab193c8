package org.carersignpost.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import org.carersignpost.dialogue.InboundMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderKindsTests {
  @ParameterizedTest
  @CsvSource({
    "+447700900123,          MOBILE,   +447700900123",
    "+447700900999,          MOBILE,   +447700900999",
    "'+44 7700 900123',      MOBILE,   +447700900123",
    "447700900123,           MOBILE,   +447700900123",
    "' 447700900123',        MOBILE,   +447700900123",
    "07700900123,            MOBILE,   +447700900123",
    "whatsapp:+447700900123, MOBILE,   +447700900123",
    "WhatsApp:+447700900123, MOBILE,   +447700900123",
    "+447912345678,          MOBILE,   +447912345678",
    "+447624123456,          MOBILE,   +447624123456",
    "+353851234567,          MOBILE,   +353851234567",
    "+14155552671,           MOBILE,   +14155552671",
    "+441632960123,          LANDLINE, +441632960123",
    "+441962845000,          LANDLINE, +441962845000",
    "whatsapp:+441632960001, LANDLINE, +441632960001",
    "+443001234567,          LANDLINE, +443001234567",
    "+447012345678,          LANDLINE, +447012345678",
    "+445600123456,          LANDLINE, +445600123456",
  })
  void numberIsKnownByItsKind(String from, InboundMessage.Sender kind, String e164) {
    SenderKinds.Caller caller = SenderKinds.of(from);

    assertThat(caller.kind()).isEqualTo(kind);
    assertThat(caller.e164()).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous",
        "Anonymous",
        "UNKNOWN",
        "restricted",
        "unavailable",
        "blocked",
        "+266696687",
        "266696687",
        "+86282452253",
        "+8656696",
        "+2562533",
        "+7378742833",
        "whatsapp:+266696687",
        "85258",
        "999",
        "+999",
        "ACME",
        "1800FLOWERS",
        "NHS-NoReply",
        "+44 7700 900123 ext 5",
        "+999999999999999999999",
        "+",
        "",
        " ",
        "whatsapp:",
        "client:anonymous",
        "sip:07700900123@example.org",
        "messenger:1234567890123"
      })
  void whatCannotBeRungBackCountsAsWithheld(String from) {
    assertThat(SenderKinds.of(from)).isEqualTo(SenderKinds.Caller.UNKNOWN);
  }
}
