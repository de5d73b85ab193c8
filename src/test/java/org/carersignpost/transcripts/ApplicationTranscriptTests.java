package org.carersignpost.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.carersignpost.ApplicationTest;
import org.carersignpost.TestClock;
import org.carersignpost.conversation.Answer;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.Received;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.conversation.store.StoredMessage;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Turn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// Plays every chat through the whole service: understood by the model, stored and read back
/// between the turns.
///
/// With `-Dtranscripts.record=true` the answers are written into the files instead, to be reviewed
/// as copy.
@ApplicationTest
class ApplicationTranscriptTests {
  private static final AtomicInteger MESSAGES = new AtomicInteger();
  private static final AtomicInteger CARERS = new AtomicInteger();

  @Autowired private Conversations conversations;
  @Autowired private StoredConversations stored;
  @Autowired private TestClock clock;

  @TestFactory
  Stream<DynamicTest> everyChatIsUnderstoodAndAnsweredAsItIsWritten() {
    return Transcripts.files().stream()
        .map(file -> DynamicTest.dynamicTest(Transcripts.name(file), () -> play(file)));
  }

  private void play(Path file) throws Exception {
    Transcript transcript = Transcript.read(file);
    // Every chat has a carer of its own, so that none remembers another.
    String number = "+447700900" + String.format("%03d", CARERS.incrementAndGet());
    List<Transcript.Exchange> played = new ArrayList<>();
    Conversation core = Conversation.begin(new ConversationId("core"));
    for (Transcript.Exchange exchange : transcript.turns()) {
      Transcript.Exchange answered = take(number, exchange);
      Turn turn = CoreTranscriptTests.take(core, answered, played.size() + 1);
      core = turn.next();
      assertThat(answered.us()).as("core and service say the same").isEqualTo(turn.texts());
      played.add(
          new Transcript.Exchange(
              answered.at(),
              answered.carer(),
              answered.media(),
              answered.meaning(),
              answered.us(),
              turn.effects().stream().map(Transcripts::describe).toList()));
    }
    Transcript result = new Transcript(transcript.title(), transcript.from(), played);
    if (Transcripts.isRecording()) {
      Files.writeString(file, result.write());
    } else {
      assertThat(withoutScores(result)).isEqualTo(withoutScores(transcript));
    }
  }

  private Transcript.Exchange take(String number, Transcript.Exchange exchange) {
    clock.set(Transcripts.instant(exchange.at()));
    Answer answer =
        conversations.take(
            new Received(
                new MessageId("SMchat" + MESSAGES.incrementAndGet()),
                Channel.SMS,
                InboundMessage.Sender.MOBILE,
                Optional.of(number),
                exchange.carer(),
                exchange.media(),
                Optional.empty()));
    return new Transcript.Exchange(
        exchange.at(),
        exchange.carer(),
        exchange.media(),
        Meaning.write(understood(number)),
        answer.texts(),
        List.of());
  }

  /// What the service understood of the carer's last message, as it is stored for staff.
  private Interpretation understood(String number) {
    String id = conversations.byNumber(number).orElseThrow().id();
    return stored.read(id, true).orElseThrow().messages().stream()
        .map(StoredMessage::heard)
        .flatMap(Optional::stream)
        .map(StoredMessage.Heard::meaning)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /// Scores move a little whenever a line of training is added; intents, slots and words must not.
  private static String withoutScores(Transcript transcript) {
    return transcript.write().replaceAll(":\\d\\.\\d\\d", "");
  }
}
