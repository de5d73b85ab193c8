package org.carersignpost.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.StandInTwilio;
import org.carersignpost.outbox.StandInTwilio.Fate;
import org.carersignpost.outbox.TextCarrier.Found;
import org.carersignpost.outbox.TextCarrier.Posted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioTextsTests {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:00.700Z");
  private static final String OURS = "+447700900042";
  private static final String THEIRS = "+447700900123";

  private final OutgoingId id = OutgoingId.make("somebody");

  @Test
  void textIsHandedOverWithTheAddressForItsStatus() {
    try (StandInTwilio twilio = twilio(new Fate.Taken())) {
      Posted answer = texts(twilio.url()).post(id, THEIRS, "Ring 0300 000 0000. £5 & more");

      assertThat(answer).isEqualTo(new Posted.Accepted(twilio.taken().getFirst().sid(), "queued"));
      assertThat(twilio.taken())
          .singleElement()
          .satisfies(message -> {
            assertThat(message.id()).isEqualTo(id.value());
            assertThat(message.to()).isEqualTo(THEIRS);
            assertThat(message.from()).isEqualTo(OURS);
            assertThat(message.body()).isEqualTo("Ring 0300 000 0000. £5 & more");
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21610, true",
    "400, 21211, true",
    "400, 21611, false",
    "401, 20003, false",
    "404, 20404, false",
  })
  void refusalKeepsItsCode(int status, int code, boolean isPermanent) {
    try (StandInTwilio twilio = twilio(new Fate.Answered(status, code))) {
      assertThat(texts(twilio.url()).post(id, THEIRS, "Hello."))
          .isEqualTo(new Posted.Refused(code, isPermanent));
    }
  }

  @Test
  void busyTwilioSaysHowLongToWait() {
    try (StandInTwilio twilio = twilio(new Fate.Answered(429, 20429))) {
      assertThat(texts(twilio.url()).post(id, THEIRS, "Hello."))
          .isEqualTo(new Posted.TryLater(Optional.of(Duration.ofSeconds(3))));
      assertThat(twilio.attempts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void serverErrorIsNeverSentAgainByItself(int status) {
    try (StandInTwilio twilio = twilio(new Fate.TakenBut(status))) {
      assertThat(texts(twilio.url()).post(id, THEIRS, "Hello."))
          .isEqualTo(new Posted.Unknown(true));
      assertThat(twilio.attempts()).isEqualTo(1);
    }
  }

  @Test
  void lostEmptyAndLateAnswersAreUnknown() {
    try (StandInTwilio broken = twilio(new Fate.Broken(true));
        StandInTwilio silent = twilio(new Fate.TakenSilently());
        StandInTwilio slow = twilio(new Fate.Slow(1_500))) {
      assertThat(texts(broken.url()).post(id, THEIRS, "Hello."))
          .isEqualTo(new Posted.Unknown(false));
      assertThat(texts(silent.url()).post(id, THEIRS, "Hello."))
          .isEqualTo(new Posted.Unknown(false));
      assertThat(texts(slow.url()).post(id, THEIRS, "Hello.")).isEqualTo(new Posted.Unknown(false));
      assertThat(broken.attempts() + slow.attempts()).isEqualTo(2);
    }
  }

  @Test
  void textIsUnsentIfTwilioWasNeverReached() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    TwilioTexts nobody = texts("http://localhost:" + free);

    assertThat(nobody.post(id, THEIRS, "Hello.")).isEqualTo(new Posted.Unsent());
    assertThat(nobody.find(id, THEIRS, "Hello.", NOW)).isEqualTo(new Found.CannotSay());
    assertThat(texts("http://nobody.invalid").post(id, THEIRS, "Hello."))
        .isEqualTo(new Posted.Unsent());
  }

  @Test
  void messagesAreFoundByNumberWordsAndTime() {
    try (StandInTwilio twilio = twilio(new Fate.TakenBut(500))) {
      TwilioTexts texts = texts(twilio.url());
      texts.post(id, THEIRS, "Hello.");
      texts.post(id, THEIRS, "Hello you.");
      texts.post(id, "+447700900124", "Hello.");

      assertThat(texts.find(id, THEIRS, " Hello.\n", NOW))
          .isInstanceOfSatisfying(
              Found.Messages.class,
              found ->
                  assertThat(found.messages())
                      .singleElement()
                      .satisfies(message -> {
                        assertThat(message.sid()).isEqualTo(twilio.taken().getFirst().sid());
                        assertThat(message.status()).isEqualTo("queued");
                        assertThat(message.error()).isEmpty();
                      }));
      assertThat(texts.find(id, THEIRS, "Hello.", NOW.plusSeconds(1)))
          .isEqualTo(new Found.Messages(List.of()));
    }
  }

  private static StandInTwilio twilio(Fate fate) {
    return new StandInTwilio(
        Clock.fixed(NOW, ZoneOffset.UTC), (_, _) -> fate, (message, isAnswered) -> {});
  }

  private static TwilioTexts texts(String url) {
    return new TwilioTexts(
        new TwilioTexts.Account(
            "AC0123456789abcdef0123456789abcdef", "token", OURS, url, "https://text.example.org"),
        Duration.ofSeconds(2),
        Duration.ofMillis(700));
  }
}
