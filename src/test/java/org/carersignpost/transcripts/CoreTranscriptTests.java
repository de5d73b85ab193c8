package org.carersignpost.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Dialogue;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.OpeningHours;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.Turn;
import org.carersignpost.handoff.TeamHours;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Plays every chat through the core alone, with the meaning that stands in the file.
class CoreTranscriptTests {
  private static final Set<LocalDate> BANK_HOLIDAYS =
      Set.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6));
  private static final Knowledge KNOWLEDGE =
      new Knowledge(Path.of("knowledge-base"), BANK_HOLIDAYS, Meanings::directionOf);
  private static final Dialogue DIALOGUE = new Dialogue(KNOWLEDGE.prompts());

  /// The hours of config/application.yaml.
  private static final TeamHours TEAM =
      new TeamHours(
          new OpeningHours(
              List.of(
                  block(
                      Set.of(
                          DayOfWeek.MONDAY,
                          DayOfWeek.TUESDAY,
                          DayOfWeek.WEDNESDAY,
                          DayOfWeek.THURSDAY),
                      LocalTime.of(17, 0)),
                  block(Set.of(DayOfWeek.FRIDAY), LocalTime.of(16, 30))),
              Map.of(),
              ""),
          BANK_HOLIDAYS);

  private static OpeningHours.Block block(Set<DayOfWeek> days, LocalTime closes) {
    return new OpeningHours.Block(
        days,
        new OpeningHours.Span(LocalTime.of(9, 0), closes),
        OpeningHours.BankHolidays.CLOSED,
        true);
  }

  @TestFactory
  Stream<DynamicTest> everyChatIsAnsweredAsItIsWritten() {
    return Transcripts.files().stream()
        .map(file -> DynamicTest.dynamicTest(Transcripts.name(file), () -> play(file)));
  }

  private static void play(Path file) throws Exception {
    assumeFalse(Transcripts.isRecording(), "the chats are being recorded");
    Transcript transcript = Transcript.read(file);
    Conversation conversation = Conversation.begin(new ConversationId("core"));
    int number = 0;
    for (Transcript.Exchange exchange : transcript.turns()) {
      number++;
      Turn turn = take(conversation, exchange, number);
      assertThat(turn.texts()).as(exchange.carer()).isEqualTo(exchange.us());
      assertThat(turn.effects().stream().map(Transcripts::describe))
          .as(exchange.carer())
          .isEqualTo(exchange.effects());
      turn.texts().forEach(text -> assertThat(Gsm7.segments(text)).as(text).isLessThanOrEqualTo(3));
      conversation = turn.next();
    }
  }

  static Turn take(Conversation conversation, Transcript.Exchange exchange, int number) {
    InboundMessage message =
        new InboundMessage(
            new MessageId("SM" + number),
            Channel.SMS,
            InboundMessage.Sender.MOBILE,
            Transcripts.instant(exchange.at()),
            exchange.carer(),
            exchange.media(),
            Optional.empty());
    return DIALOGUE.take(
        conversation,
        message,
        Meaning.read(exchange.meaning()),
        new Circumstances(
            exchange.at(),
            "carers",
            TEAM.at(exchange.at()),
            true,
            Phones.NONE,
            KNOWLEDGE.version()),
        KNOWLEDGE.directory());
  }
}
