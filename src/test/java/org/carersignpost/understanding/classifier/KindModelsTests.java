package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindModelsTests {
  private static final KindModels.Settings SETTINGS = new KindModels.Settings(0.5, 6, 1);
  private static final byte[] SOURCE = {1, 2, 3};

  @TempDir Path cache;
  private int trained;

  @Test
  void kindsAreToldApartAndHarmlessLinesAreOfNone() {
    KindModel model = load(SETTINGS, SOURCE);

    KindModel.Judgement fire = model.judge(List.of("the shed is burning badly"));
    KindModel.Judgement calm = model.judge(List.of("the kitchen is lovely today"));

    assertThat(fire.kinds()).extracting(KindModel.Found::kind).containsExactly("fire", "flood");
    assertThat(fire.likelihood()).isGreaterThan(0.9);
    assertThat(model.judge(List.of("the kitchen is leaking badly")).kinds().getFirst().kind())
        .isEqualTo("flood");
    assertThat(calm.likelihood()).isLessThan(0.1);
    assertThat(calm.kinds()).allMatch(found -> found.probability() < 0.5);
  }

  @Test
  void likeliestPartCountsAndSoDoesTheWhole() {
    KindModel model = load(SETTINGS, SOURCE);
    String whole = "the kitchen is lovely today. the shed is burning badly";

    KindModel.Judgement both =
        model.judge(List.of(whole, "the kitchen is lovely today", "the shed is burning badly"));

    assertThat(both.kinds().getFirst().kind()).isEqualTo("fire");
    assertThat(both.likelihood())
        .isGreaterThan(model.judge(List.of("the kitchen is lovely today")).likelihood())
        .isLessThan(model.judge(List.of("the shed is burning badly")).likelihood());
  }

  @Test
  void sameSourceIsTrainedOnceAndAnotherAnew() throws IOException {
    load(SETTINGS, SOURCE);
    load(SETTINGS, SOURCE);
    assertThat(trained).isEqualTo(1);

    load(SETTINGS, new byte[] {1, 2});
    load(new KindModels.Settings(0.5, 6, 2), SOURCE);
    assertThat(trained).isEqualTo(3);
    assertThat(models()).hasSize(3);
  }

  @Test
  void trainingAgainWritesTheSameBytes() throws IOException {
    load(SETTINGS, SOURCE);
    Path file = models().getFirst();
    byte[] first = Files.readAllBytes(file);
    Files.delete(file);

    load(SETTINGS, SOURCE);

    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void brokenFileIsTrainedAgain() throws IOException {
    load(SETTINGS, SOURCE);
    Path file = models().getFirst();
    byte[] good = Files.readAllBytes(file);
    Files.write(file, new byte[] {9});

    load(SETTINGS, SOURCE);

    assertThat(file).hasBinaryContent(good);
  }

  @Test
  void oldModelsOfOtherUsesStay() throws IOException {
    for (int i = 0; i < 12; i++) {
      Files.writeString(cache.resolve("old" + i + ".model"), "of intents");
      Files.writeString(cache.resolve("kinds-" + i + ".model"), "of kinds");
    }

    load(SETTINGS, SOURCE);

    assertThat(models())
        .extracting(file -> file.getFileName().toString().startsWith("kinds-"))
        .containsOnly(true, false)
        .hasSize(12 + 8);
  }

  private KindModel load(KindModels.Settings settings, byte[] source) {
    return KindModels.load(
        cache,
        "kinds",
        settings,
        List.of(source),
        () -> {
          trained++;
          return lines();
        });
  }

  private static List<KindLine> lines() {
    List<KindLine> lines = new ArrayList<>();
    for (String where : List.of("kitchen", "bedroom", "hall", "shed", "house", "cellar", "loft")) {
      for (String how : List.of("", " now", " badly", " again", " today")) {
        add(lines, "the " + where + " is burning" + how, List.of("fire"));
        add(lines, "the " + where + " is leaking" + how, List.of("flood"));
        add(lines, "the " + where + " is lovely" + how, List.of());
      }
    }
    return lines;
  }

  private static void add(List<KindLine> lines, String utterance, List<String> kinds) {
    lines.add(new KindLine(utterance, kinds, true, lines.size() / 3 % 5));
  }

  private List<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.sorted().toList();
    }
  }
}
