package org.carersignpost.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.carersignpost.dialogue.ServiceDirectory.Need;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.knowledge.Knowledge.Reloaded;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The knowledge base changes while carers are answered from it.
class LivingKnowledgeTests {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 3, 10, 0);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private Path cruse;
  private Knowledge knowledge;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private KnowledgeWatch watch;

  @BeforeEach
  void readCopy() throws IOException {
    KnowledgeCopy.into(folder);
    cruse = folder.resolve("services/cruse.json");
    knowledge = new Knowledge(folder, Set.of(), Meanings::directionOf);
    watch = new KnowledgeWatch(knowledge, Duration.ofMillis(10), told::add);
    watch.start();
  }

  @AfterEach
  void stopWatch() {
    watch.stop();
  }

  private List<String> found(String words, String topic) {
    return knowledge
        .directory()
        .find(new Need(words, List.of(new TopicScore(topic, 0.9)), Slots.NONE, NOW, Set.of(), 5))
        .services()
        .stream()
        .map(Signpost::id)
        .toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void changedServiceIsFoundByItsNewWordsWithoutARestart() throws Exception {
    assertThat(found("the marmalade line", "end-of-life-bereavement").getFirst())
        .isNotEqualTo("cruse");

    KnowledgeCopy.change(
        cruse, "\"keywords\": [", "\"keywords\": [\n      \"the marmalade line\",");

    await(() -> found("the marmalade line", "end-of-life-bereavement").getFirst().equals("cruse"));
    await(() -> !told.isEmpty());
    assertThat(told).containsExactly(knowledge.version());
  }

  @Test
  void removedServiceIsGone() throws Exception {
    assertThat(knowledge.directory().signpost("cruse", NOW)).isPresent();

    KnowledgeCopy.change(cruse, "\"status\": \"active\"", "\"status\": \"inactive\"");

    await(() -> knowledge.directory().signpost("cruse", NOW).isEmpty());
  }

  @Test
  void invalidChangeIsRefusedWithReasonsAndTheOldStateGoesOn() throws IOException {
    String before = knowledge.version();
    watch.stop();
    KnowledgeCopy.change(cruse, "\"status\": \"active\"", "\"status\": \"perhaps\"");

    assertThat(knowledge.reload())
        .isInstanceOfSatisfying(
            Reloaded.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .singleElement()
                    .asString()
                    .contains("services/cruse.json", "status", "perhaps"));
    assertThat(knowledge.version()).isEqualTo(before);
    assertThat(knowledge.directory().signpost("cruse", NOW)).isPresent();

    KnowledgeCopy.change(cruse, "\"status\": \"perhaps\"", "\"status\": \"active\"");
    assertThat(knowledge.reload()).isEqualTo(new Reloaded.Unchanged());
  }

  @Test
  void nothingChangesWhereAFollowerCannotFollow() throws IOException {
    String before = knowledge.version();
    watch.stop();
    AtomicInteger effects = new AtomicInteger();
    knowledge.follow(_ -> effects::incrementAndGet);
    knowledge.follow(_ -> {
      throw new IllegalArgumentException("place-aliases.csv names no place: Narnia");
    });
    KnowledgeCopy.change(
        cruse, "\"keywords\": [", "\"keywords\": [\n      \"the marmalade line\",");

    assertThat(knowledge.reload())
        .isEqualTo(new Reloaded.Refused(List.of("place-aliases.csv names no place: Narnia")));
    assertThat(knowledge.version()).isEqualTo(before);
    assertThat(effects).hasValue(0);
  }

  @Test
  void nobodyIsFailedWhileItChanges() throws Exception {
    AtomicBoolean end = new AtomicBoolean();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    AtomicInteger answered = new AtomicInteger();
    List<Thread> carers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      carers.add(
          Thread.ofVirtual()
              .start(() -> {
                while (!end.get()) {
                  try {
                    if (found("i need a break", "breaks-respite").isEmpty()) {
                      throw new AssertionError("nothing was found");
                    }
                    answered.incrementAndGet();
                  } catch (Throwable e) {
                    failures.add(e);
                  }
                }
              }));
    }
    for (int i = 0; i < 4; i++) {
      int changes = told.size();
      KnowledgeCopy.change(
          cruse, "\"keywords\": [", "\"keywords\": [\n      \"marmalade " + i + "\",");
      await(() -> told.size() > changes);
    }
    end.set(true);
    for (Thread carer : carers) {
      carer.join();
    }
    assertThat(failures).isEmpty();
    assertThat(answered).hasPositiveValue();
    assertThat(told).doesNotHaveDuplicates();
  }
}
