package org.carersignpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carersignpost.conversation.store.StoreAwayException;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Turn;
import org.carersignpost.privacy.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTests {
  private static final int MOST = 5;

  @TempDir private Path folder;

  @Test
  void turnsComeBackEqualAndInOrder() {
    try (Spool spool = spool()) {
      spool.append(turn(1));
      spool.append(turn(2));
    }

    assertThat(drained(spool())).containsExactly(turn(1), turn(2));
    assertThat(drained(spool())).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingOfItCanBeReadOnDisk() throws IOException {
    try (Spool spool = spool()) {
      spool.append(turn(1));
    }

    String all = new String(Files.readAllBytes(files().getFirst()), StandardCharsets.ISO_8859_1);
    assertThat(all).doesNotContain("need", "7700900", "SM1");
  }

  @Test
  void aRecordTornByACrashEndsItsFileAndHarmsNoOther() throws IOException {
    Spool crashed = spool();
    crashed.append(turn(1));
    crashed.append(turn(2));
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));

    Spool next = spool();
    assertThat(next.size()).isEqualTo(1);
    next.append(turn(3));
    assertThat(drained(next)).containsExactly(turn(1), turn(3));
  }

  @Test
  void whatIsNotStoredStays() {
    Spool spool = spool();
    spool.append(turn(1));
    spool.append(turn(2));
    spool.append(turn(3));
    List<TakenTurn> stored = new ArrayList<>();
    assertThatThrownBy(() -> spool.drain(taken -> storeOne(stored, taken)))
        .isInstanceOf(StoreAwayException.class);
    assertThat(spool.size()).isEqualTo(2);
    spool.append(turn(4));

    spool.drain(stored::add);
    assertThat(stored).containsExactly(turn(1), turn(2), turn(3), turn(4));
    assertThat(spool.size()).isZero();
  }

  @Test
  void whatCanNeverBeStoredIsSetAsideAndHoldsNothingUp() throws IOException {
    Spool spool = spool();
    spool.append(turn(1));
    spool.append(turn(2));
    List<TakenTurn> stored = new ArrayList<>();
    spool.drain(taken -> {
      if (taken.equals(turn(1))) {
        throw new IllegalStateException("a bug");
      }
      stored.add(taken);
    });

    assertThat(stored).containsExactly(turn(2));
    assertThat(files()).singleElement().asString().endsWith(".unreadable");
    assertThat(spool.size()).isZero();
    assertThat(spool().size()).isZero();
  }

  @Test
  void aFullSpoolTakesNothingMore() {
    Spool spool = spool();
    for (int i = 0; i < MOST; i++) {
      assertThat(spool.append(turn(i))).isTrue();
    }

    assertThat(spool.append(turn(MOST))).isFalse();
    spool.drain(taken -> {});
    assertThat(spool.append(turn(MOST))).isTrue();
  }

  @Test
  void oneCarersTurnsCanBeTakenOutFirst() {
    Spool spool = spool();
    spool.append(turn(1));
    spool.append(turn(2));
    List<TakenTurn> stored = new ArrayList<>();
    spool.drainFor(List.of("carer2", "nobody"), stored::add);
    spool.drainFor(List.of("carer2"), stored::add);

    assertThat(stored).containsExactly(turn(2));
  }

  private Spool spool() {
    Spool spool = new Spool(folder, new Seal("a root secret for tests only"), MOST);
    spool.recover(taken -> {});
    return spool;
  }

  private static List<TakenTurn> drained(Spool spool) {
    List<TakenTurn> drained = new ArrayList<>();
    spool.drain(drained::add);
    return drained;
  }

  private static void storeOne(List<TakenTurn> stored, TakenTurn taken) {
    if (!stored.isEmpty()) {
      throw new StoreAwayException("away", new IOException("away"));
    }
    stored.add(taken);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static TakenTurn turn(int number) {
    Instant at = Instant.parse("2026-03-02T10:15:00Z").plusSeconds(number);
    InboundMessage message =
        new InboundMessage(
            new MessageId("SM" + number),
            Channel.SMS,
            InboundMessage.Sender.MOBILE,
            at,
            "i need a break",
            number,
            Optional.of(InboundMessage.OptOut.STOP));
    Conversation next = Conversation.begin(new ConversationId("carer" + number));
    List<Effect> effects =
        List.of(
            new Effect.Handoff(Priority.CRISIS, "risk.suicide"),
            new Effect.OptOut(),
            new Effect.OptIn());
    return new TakenTurn(
        message,
        Optional.of("+447700900123"),
        Fault.NOT_UNDERSTOOD,
        new Turn(next, List.of("one", "two"), effects, "risk"));
  }
}
