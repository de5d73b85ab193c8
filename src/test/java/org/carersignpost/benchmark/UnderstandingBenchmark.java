package org.carersignpost.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.understanding.Understanding;
import org.carersignpost.understanding.classifier.IntentModel;
import org.carersignpost.understanding.classifier.IntentModels;
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

/// What it costs to understand one message (danger, language, intent, topics, slots, spelling), an
/// ordinary one or one made to be hard, and to load the trained intents: the spread, not only the
/// mean.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class UnderstandingBenchmark {
  private static final Path KNOWLEDGE_BASE = Path.of("knowledge-base");
  private static final Path MODELS = Path.of("target/models");
  private static final int LONGEST_SMS = 1_600;

  private static final String REPEATED = "a".repeat(10_000);

  private static final String DIFFERENT_WORDS =
      IntStream.range(0, LONGEST_SMS)
          .mapToObj(i -> "w" + Integer.toString(i, Character.MAX_RADIX) + "ord")
          .collect(Collectors.joining(" "));

  private Understanding understanding;
  private List<String> messages;
  private String longStory;
  private int next;

  @Setup
  public void load() {
    understanding = Understanding.load(KNOWLEDGE_BASE, MODELS);
    messages = Messages.ALL;
    String all = String.join(". ", messages);
    longStory = all.repeat(1 + LONGEST_SMS / all.length()).substring(0, LONGEST_SMS);
  }

  private Interpretation read(String utterance) {
    return understanding.interpret(utterance, Conversation.begin(new ConversationId("carer")));
  }

  @Benchmark
  public Interpretation ordinaryMessage() {
    next = (next + 1) % messages.size();
    return read(messages.get(next));
  }

  @Benchmark
  public Interpretation storyOf1600Characters() {
    return read(longStory);
  }

  @Benchmark
  public Interpretation oneCharacter10000Times() {
    return read(REPEATED);
  }

  @Benchmark
  public Interpretation words1600AllDifferent() {
    return read(DIFFERENT_WORDS);
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 3)
  @Measurement(iterations = 10)
  public IntentModel loadOfTheIntentModel() {
    return IntentModels.load(KNOWLEDGE_BASE.resolve("intents"), MODELS);
  }
}
