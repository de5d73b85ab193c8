package org.carersignpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.dialogue.Calling;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.Turn;
import org.junit.jupiter.api.Test;

class ReplayerTests {
  private static final ConversationId STORED = new ConversationId("stored");
  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-03-02T11:00:00Z");
  private static final Ownership BOT = new Ownership.Bot();
  private static final Ownership WAITING = new Ownership.Waiting(ELEVEN);
  private static final Ownership STAFF = new Ownership.Staff("sam", TEN, Optional.empty());

  @Test
  void whatWasKnownBeforeIsNotForgotten() {
    Conversation merged = merged(at("Alton", BOT, TEN), at("", BOT, ELEVEN));

    assertThat(merged.id()).isEqualTo(STORED);
    assertThat(merged.slots().place()).map(Place::name).contains("Alton");
    assertThat(merged.lastTexts()).containsExactly("words of 2026-03-02T11:00:00Z");
    assertThat(merged.lastMessageAt()).contains(ELEVEN);
  }

  @Test
  void whatWasStoredMeanwhileIsNotUndone() {
    Conversation merged = merged(at("Fleet", BOT, ELEVEN), at("Alton", BOT, TEN));

    assertThat(merged.slots().place()).map(Place::name).contains("Fleet");
    assertThat(merged.lastTexts()).containsExactly("words of 2026-03-02T11:00:00Z");
    assertThat(merged.lastMessageAt()).contains(ELEVEN);
  }

  @Test
  void whoeverAskedForAPersonWaitsUnlessSomebodyHasThemAlready() {
    Ownership closed = new Ownership.Closed(TEN, false);

    assertThat(merged(at("", BOT, TEN), at("", WAITING, ELEVEN)).ownership()).isEqualTo(WAITING);
    assertThat(merged(at("", closed, TEN), at("", BOT, ELEVEN)).ownership()).isEqualTo(BOT);
    assertThat(merged(at("", STAFF, TEN), at("", WAITING, ELEVEN)).ownership())
        .isEqualTo(new Ownership.Staff("sam", TEN, Optional.of(ELEVEN)));
    assertThat(merged(at("", WAITING, TEN), at("", BOT, ELEVEN)).ownership()).isEqualTo(WAITING);
  }

  private static Conversation merged(Conversation stored, Conversation decided) {
    InboundMessage message =
        new InboundMessage(
            new MessageId("SM1"),
            Channel.SMS,
            InboundMessage.Sender.MOBILE,
            ELEVEN,
            "hello",
            0,
            Optional.empty());
    TakenTurn taken =
        new TakenTurn(
            message,
            Optional.empty(),
            Fault.NOT_UNDERSTOOD,
            new Turn(decided, List.of(), List.of(), "fake"));
    return Replayer.onto(stored, taken).turn().next();
  }

  private static Conversation at(String place, Ownership ownership, Instant at) {
    Optional<Place> where =
        Optional.of(place)
            .filter(name -> !name.isEmpty())
            .map(name -> new Place(name, List.of(), Place.Kind.TOWN, ""));
    return new Conversation(
        STORED,
        ownership,
        Optional.empty(),
        Priority.NORMAL,
        new Slots(where, Optional.empty(), Optional.empty(), List.of()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        false,
        List.of("words of " + at),
        Optional.of(at),
        Calling.NONE,
        Optional.empty());
  }
}
