package org.carersignpost.benchmark;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Dialogue;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Turn;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.understanding.Meanings;
import org.carersignpost.understanding.Understanding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one message costs before anything is stored: meaning, search, and the whole decision.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TurnBenchmark {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 10, 15);

  private Understanding understanding;
  private Knowledge knowledge;
  private Dialogue dialogue;
  private List<Interpretation> meanings;
  private int next;

  @Setup
  public void load() {
    understanding = Understanding.load(Path.of("knowledge-base"), Path.of("target/models"));
    knowledge = new Knowledge(Path.of("knowledge-base"), Set.of(), Meanings::directionOf);
    dialogue = new Dialogue(knowledge.prompts());
    meanings = Messages.ALL.stream().map(this::interpret).toList();
  }

  private int turn() {
    next = (next + 1) % Messages.ALL.size();
    return next;
  }

  private Interpretation interpret(String utterance) {
    return understanding.interpret(utterance, Conversation.begin(new ConversationId("carer")));
  }

  @Benchmark
  public Interpretation understanding() {
    return interpret(Messages.ALL.get(turn()));
  }

  @Benchmark
  public ServiceDirectory.Found search() {
    int i = turn();
    Interpretation meaning = meanings.get(i);
    return knowledge
        .directory()
        .find(
            new ServiceDirectory.Need(
                Messages.ALL.get(i), meaning.topics(), meaning.slots(), NOW, Set.of(), 2));
  }

  @Benchmark
  public Turn decision() {
    String utterance = Messages.ALL.get(turn());
    Conversation before = Conversation.begin(new ConversationId("carer"));
    return dialogue.take(
        before,
        new InboundMessage(
            new MessageId("SM1"),
            Channel.SMS,
            InboundMessage.Sender.MOBILE,
            Instant.parse("2026-03-02T10:15:00Z"),
            utterance,
            0,
            Optional.empty()),
        understanding.interpret(utterance, before),
        new Circumstances(
            NOW, "carers", new OpeningState.Open(NOW.withHour(17)), true, Phones.NONE, "benchmark"),
        knowledge.directory());
  }
}
