package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentModelsTests {
  private static final String UTTERANCE = "is there a bus to the clinic";

  @TempDir Path temp;
  private Path intents = Path.of("unset");
  private Path cache = Path.of("unset");

  @BeforeEach
  void write() throws IOException {
    intents = SmallIntents.writeTo(temp.resolve("intents"));
    cache = temp.resolve("cache");
  }

  @Test
  void aModelIsTrainedOnceAndThenRead() throws IOException {
    Classification trained = IntentModels.load(intents, cache).classify(UTTERANCE);
    Path file = onlyModel();
    Object written = Files.getLastModifiedTime(file);
    assertThat(IntentModels.load(intents, cache).classify(UTTERANCE)).isEqualTo(trained);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    assertThat(onlyModel()).isEqualTo(file);
  }

  @Test
  void trainingAgainWritesTheSameBytes() throws IOException {
    IntentModels.load(intents, cache);
    byte[] first = Files.readAllBytes(onlyModel());
    Files.delete(onlyModel());
    IntentModels.load(intents, cache);
    assertThat(onlyModel()).hasBinaryContent(first);
  }

  @Test
  void aChangedUtteranceOrSettingTrainsAnew() throws IOException {
    IntentModels.load(intents, cache);
    Files.writeString(intents.resolve("thank.txt"), "ta very much\n", StandardOpenOption.APPEND);
    IntentModels.load(intents, cache);
    assertThat(models()).hasSize(2);
    IntentModels.load(intents, cache, new ClassifierSettings(1, 6, 0, 0.3), Set.of());
    assertThat(models()).hasSize(3);
    IntentModels.load(intents, cache, new ClassifierSettings(0.5, 6, 0.2, 0.5), Set.of());
    assertThat(models()).hasSize(3);
  }

  @Test
  void aBrokenCacheFileIsTrainedAgain() throws IOException {
    Classification trained = IntentModels.load(intents, cache).classify(UTTERANCE);
    Path file = onlyModel();
    byte[] good = Files.readAllBytes(file);
    for (int at : new int[] {0, 5, good.length / 2, good.length - 1}) {
      byte[] broken = good.clone();
      broken[at] ^= 0x40;
      Files.write(file, broken);
      assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(IOException.class);
      assertThat(IntentModels.load(intents, cache).classify(UTTERANCE)).isEqualTo(trained);
      assertThat(file).hasBinaryContent(good);
    }
    Files.write(file, new byte[0]);
    assertThat(IntentModels.load(intents, cache).classify(UTTERANCE)).isEqualTo(trained);
  }

  @Test
  void aCacheThatCannotBeWrittenCostsOnlyTime() throws IOException {
    Files.writeString(cache, "a file where the folder should be");
    assertThat(IntentModels.load(intents, cache).classify(UTTERANCE).inScope()).isTrue();
  }

  @Test
  void severalMayStartAtOnce() throws Exception {
    Callable<Classification> start = () -> IntentModels.load(intents, cache).classify(UTTERANCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Classification>> starts = threads.invokeAll(List.of(start, start, start));
      for (Future<Classification> other : starts) {
        assertThat(other.get()).isEqualTo(starts.getFirst().get());
      }
    }
    assertThat(models()).hasSize(1);
  }

  @Test
  void oldModelsAreRemoved() throws IOException {
    Files.createDirectories(cache);
    for (int i = 0; i < 20; i++) {
      Files.writeString(cache.resolve("old" + i + ".model"), "old");
    }
    IntentModels.load(intents, cache);
    assertThat(models()).hasSize(8);
  }

  private Path onlyModel() throws IOException {
    assertThat(models()).hasSize(1);
    return models().getFirst();
  }

  private List<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    }
  }
}
