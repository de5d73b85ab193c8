package org.carersignpost.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.console.Wait;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.MessageView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTests {
  private static final Instant LATE = Instant.parse("2026-06-30T22:50:00Z");
  private static final Instant LATER = Instant.parse("2026-06-30T23:10:00Z");

  private static List<TimelineLine> lines(
      List<MessageView> messages,
      List<ConversationView.NoteView> notes,
      List<ConversationView.EventView> events,
      int most) {
    ConversationView view =
        new ConversationView(
            "id",
            "staff",
            Optional.of("ann"),
            Optional.of("carers"),
            "normal",
            List.of(),
            Optional.empty(),
            LATE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            "mobile",
            Optional.of("123"),
            false,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            9,
            messages,
            notes,
            events);
    Timeline.Names names =
        new Timeline.Names(
            account -> "The " + account, team -> "Team " + team, Map.of("dementia", "Dementia"));
    return new Timeline(
            "ann", names, Duration.ofMinutes(10), Set.of("RE12"), ZoneId.of("Europe/London"))
        .of(view, most);
  }

  private static MessageView text(long line, Instant at, String state, Optional<Instant> due) {
    return new MessageView(
        at,
        "staff",
        "words",
        "sms",
        Optional.of(state),
        Optional.of("ann"),
        Optional.of("out"),
        due,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        line);
  }

  private static String happened(String by, String what) {
    return lines(
            List.of(), List.of(), List.of(new ConversationView.EventView(1, LATE, by, what)), 9)
        .getLast()
        .text();
  }

  @Test
  void linesStandInTheirOrderWithADividerBeforeEachDayOfTheWallClock() {
    List<TimelineLine> lines =
        lines(
            List.of(
                text(1, LATE, "sent", Optional.empty()), text(4, LATER, "sent", Optional.empty())),
            List.of(new ConversationView.NoteView(3, LATE, "bob", "a note")),
            List.of(new ConversationView.EventView(2, LATE, "ann", "claimed")),
            9);
    assertThat(lines)
        .extracting(TimelineLine::id)
        .containsExactly(
            "day-2026-06-30", "line-1", "line-2", "line-3", "day-2026-07-01", "line-4");
    assertThat(lines.get(3).by()).isEqualTo("The bob");
    assertThat(lines.get(3).isMine()).isFalse();
  }

  @Test
  void onlyTheNewestAreShown() {
    List<TimelineLine> lines =
        lines(
            List.of(
                text(1, LATE, "sent", Optional.empty()), text(4, LATER, "sent", Optional.empty())),
            List.of(),
            List.of(),
            1);
    assertThat(lines).extracting(TimelineLine::id).containsExactly("day-2026-07-01", "line-4");
  }

  @ParameterizedTest
  @CsvSource({
    "service, call_began, Rang us",
    "service, call_ended, The call ended",
    "service, call_unreached, Nobody came to the phone",
    "ann, took_call, You took the call",
    "bob, rang_carer, The bob rang the carer",
    "service, voicemail:RE12:12, Left a message of 12 seconds",
    "service, voicemail:RE12:1, Left a message of 1 second",
    "ann, claimed, You took this conversation",
    "bob, released, The bob put it back in the queue",
    "service, lapsed, Went back to the queue: no answer within 10 min",
    "ann, passed_to_person:bob, You passed it to The bob",
    "bob, passed_to_person:ann, The bob passed it to you",
    "bob, passed_to_team:money, The bob passed it to Team money",
    "bob, handed_back, The bob handed it back to the service",
    "bob, closed:no_answer, The bob closed it: the carer did not write again",
  })
  void whatHappenedIsASentence(String by, String what, String sentence) {
    assertThat(happened(by, what)).isEqualTo(sentence);
  }

  @Test
  void aMessageByVoiceCanBeHeardWhileItIsThere() {
    List<TimelineLine> lines =
        lines(
            List.of(),
            List.of(),
            List.of(
                new ConversationView.EventView(1, LATE, "service", "voicemail:RE12:12"),
                new ConversationView.EventView(2, LATE, "service", "voicemail:RE13:7")),
            9);
    assertThat(lines)
        .extracting(TimelineLine::kind)
        .containsExactly("day", "voicemail", "voicemail");
    assertThat(lines.get(1).recording()).contains(new TimelineLine.Recording("RE12", true));
    assertThat(lines.get(2).recording()).contains(new TimelineLine.Recording("RE13", false));
  }

  @Test
  void silenceInACallIsNoLine() {
    assertThat(
            lines(
                List.of(),
                List.of(),
                List.of(new ConversationView.EventView(1, LATE, "service", "call_silence")),
                9))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "call_back, Wants to be rung back",
    "voicemail, Left a message",
    "voicemail:RE12, Left a message",
    "language.pl, Writes in Polish",
    "language.ne-Latn, Writes in Nepali in Latin letters",
  })
  void whoWaitsSaysWhy(String reason, String words) {
    assertThat(PlainWords.reason(reason, Duration.ofMinutes(10))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "queued, Waiting to be sent, false, true",
    "sending, On its way, false, false",
    "delivered, Delivered, false, false",
    "undelivered, Did not arrive, true, false",
    "failed, Not sent, true, false",
    "unknown, Perhaps not sent, true, false",
    "cancelled, 'Taken back, not sent', false, false",
  })
  void whatBecameOfATextIsTold(String state, String words, boolean again, boolean cancel) {
    TimelineLine.Delivered text =
        lines(List.of(text(1, LATE, state, Optional.empty())), List.of(), List.of(), 9)
            .getLast()
            .delivery()
            .orElseThrow();
    assertThat(text.words()).isEqualTo(words);
    assertThat(text.mayGoAgain()).isEqualTo(again);
    assertThat(text.mayCancel()).isEqualTo(cancel);
  }

  @Test
  void aLaterTextSaysWhen() {
    TimelineLine.Delivered text =
        lines(List.of(text(1, LATE, "queued", Optional.of(LATER))), List.of(), List.of(), 9)
            .getLast()
            .delivery()
            .orElseThrow();
    assertThat(text.words()).isEqualTo("To be sent later");
    assertThat(text.due()).contains(LATER);
  }

  @Test
  void dangersAreToldInWordsWithTheirRule() {
    assertThat(Timeline.dangers(List.of("crisis suicide (wants_to_die)", "nonsense")))
        .containsExactly(new TimelineLine.Danger("crisis", "thoughts of suicide", "wants to die"));
  }

  @ParameterizedTest
  @CsvSource({
    "20, under 1 min, calm",
    "301, 5 min, soon",
    "601, 10 min, late",
    "7500, 2 h 5 min, late",
    "90000, 25 h, late",
    "200000, 2 days, late",
  })
  void waitingIsToldAgainstItsTarget(long seconds, String words, String level) {
    Wait wait = Wait.of(LATE, Duration.ofMinutes(10), LATE.plusSeconds(seconds));
    assertThat(wait.words()).isEqualTo(words);
    assertThat(wait.level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "07700 900123, +447700900123",
    "0044 7700 900123, +447700900123",
    "+44 (7700) 900-123, +447700900123",
  })
  void numbersAreReadAsTheyAreWritten(String written, String whole) {
    assertThat(CarerNumber.e164(written)).contains(whole);
  }

  @ParameterizedTest
  @CsvSource({"900123", "'+44'", "call me", "''"})
  void partsOfNumbersAreNone(String written) {
    assertThat(CarerNumber.e164(written)).isEmpty();
  }
}
