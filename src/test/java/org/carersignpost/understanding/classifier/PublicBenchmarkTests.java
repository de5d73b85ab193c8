package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Figures on public sets of intents, to compare with what others have published.
///
/// Runs only where the system property `eval.intents` names the folder of the sets: `clinc150` and
/// `banking77`, each with `train.tsv` and `test.tsv` (label, tab, utterance).
class PublicBenchmarkTests {
  private static final String OUT_OF_SCOPE = "out_of_scope";

  @Test
  void clinc150IsUnderstoodAsMeasured() throws IOException {
    Path folder = folder("clinc150");
    List<Example> training = new ArrayList<>(read(folder.resolve("train.tsv")));
    training.addAll(read(folder.resolve("oos_train.tsv")));
    Scored inScope = score(training, read(folder.resolve("test.tsv")), "CLINC150 in scope");
    Scored outside = score(inScope.model(), read(folder.resolve("oos_test.tsv")));
    double auroc = auroc(inScope.scopeScores(), outside.scopeScores());
    System.out.printf("CLINC150 out of scope: AUROC %.3f%n", auroc);
    for (double recall : new double[] {0.95, 0.93, 0.90}) {
      double threshold = quantile(inScope.scopeScores(), 1 - recall);
      double refused =
          Arrays.stream(outside.scopeScores()).filter(s -> s < threshold).count()
              / (double) outside.scopeScores().length;
      System.out.printf(
          "  in scope kept %.0f %%: out of scope found %.1f %%%n", 100 * recall, 100 * refused);
    }
    assertThat(inScope.accuracy()).isGreaterThan(0.92);
    assertThat(auroc).isGreaterThan(0.96);
  }

  @Test
  void banking77IsUnderstoodAsMeasured() throws IOException {
    Path folder = folder("banking77");
    Scored scored =
        score(read(folder.resolve("train.tsv")), read(folder.resolve("test.tsv")), "BANKING77");
    assertThat(scored.accuracy()).isGreaterThan(0.905);
  }

  private record Scored(TrainedModel model, double accuracy, double[] scopeScores) {}

  private static Scored score(List<Example> training, List<Example> test, String name) {
    long start = System.nanoTime();
    TrainedModel model = ModelTraining.trainUncalibrated(training, ClassifierSettings.DEFAULTS);
    double seconds = (System.nanoTime() - start) / 1e9;
    score(model, test);
    start = System.nanoTime();
    Scored scored = score(model, test);
    System.out.printf(
        "%s: accuracy %.1f %% of %d; trained in %.1f s; %d features, %d weights; %.0f us each%n",
        name,
        100 * scored.accuracy(),
        test.size(),
        seconds,
        model.weights().features().hashes().length,
        model.weights().entryWeights().length,
        (System.nanoTime() - start) / 1e3 / test.size());
    return scored;
  }

  private static Scored score(TrainedModel model, List<Example> test) {
    Labels labels = new Labels(model.weights().labels());
    Spelling spelling = new Spelling(model.words());
    double[] scopeScores = new double[test.size()];
    int right = 0;
    for (int i = 0; i < scopeScores.length; i++) {
      List<String> tokens = spelling.correct(Normaliser.tokens(test.get(i).utterance()));
      double[] logits = model.weights().logits(FeatureVector.of(tokens));
      scopeScores[i] = labels.scopeScore(logits);
      int outOfScope = model.weights().labels().indexOf(OUT_OF_SCOPE);
      int best = -1;
      for (int label = 0; label < logits.length; label++) {
        if (label != outOfScope && (best < 0 || logits[label] > logits[best])) {
          best = label;
        }
      }
      if (test.get(i).intents().contains(model.weights().labels().get(best))) {
        right++;
      }
    }
    return new Scored(model, right / (double) test.size(), scopeScores);
  }

  private static double auroc(double[] higher, double[] lower) {
    double won = 0;
    for (double h : higher) {
      for (double l : lower) {
        won += h > l ? 1 : h == l ? 0.5 : 0;
      }
    }
    return won / higher.length / lower.length;
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * sorted.length)];
  }

  private static List<Example> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split("\t", 2))
        .map(c -> new Example(c[1], List.of(c[0].equals("oos") ? OUT_OF_SCOPE : c[0]), 0))
        .toList();
  }

  private static Path folder(String name) {
    Optional<Path> folder =
        Optional.ofNullable(System.getProperty("eval.intents"))
            .filter(set -> !set.isBlank())
            .map(set -> Path.of(set).resolve(name));
    assumeTrue(folder.isPresent() && Files.isDirectory(folder.get()), "no eval.intents");
    return folder.get();
  }
}
