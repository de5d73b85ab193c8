package org.carersignpost.understanding.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Figures on public sets of intents, to compare with what others have published: CLINC150 (Larson
/// et al. 2019) and BANKING77 (Casanueva et al. 2020), trained and scored by the very code that
/// understands carers.
///
/// Each set is a folder with `train.tsv` and `test.tsv` (label, tab, utterance). Training is on the
/// training part alone; nothing is chosen by the test part.
public final class PublicSets {
  private static final String OUT_OF_SCOPE = "out_of_scope";
  private static final double[] KEPT = {0.95, 0.93, 0.90};

  private PublicSets() {}

  /// How a set was understood.
  ///
  /// @param name of the set
  /// @param accuracy share of the test messages whose intent was found, 0 to 1
  /// @param auroc how well what is out of scope is told from the rest; 0 where the set has none
  /// @param lines the figures, readable
  public record Figures(String name, double accuracy, double auroc, List<String> lines) {}

  private record Scored(
      TrainedModel model, double accuracy, double[] scopeScores, String description) {}

  /// Trains and scores both sets and says what was reached, line by line.
  ///
  /// @param folder holds `clinc150` and `banking77`
  public static List<String> measure(Path folder) {
    List<String> lines = new ArrayList<>(clinc150(folder).lines());
    lines.addAll(banking77(folder).lines());
    return lines;
  }

  static Figures clinc150(Path folder) {
    Path set = folder.resolve("clinc150");
    List<Example> training = new ArrayList<>(read(set.resolve("train.tsv")));
    training.addAll(read(set.resolve("oos_train.tsv")));
    Scored inScope = score(training, read(set.resolve("test.tsv")), "CLINC150 in scope");
    Scored outside = score(inScope.model(), read(set.resolve("oos_test.tsv")));
    double auroc = auroc(inScope.scopeScores(), outside.scopeScores());
    List<String> lines = new ArrayList<>(List.of(inScope.description()));
    lines.add(format("CLINC150 out of scope: AUROC %.3f", auroc));
    for (double kept : KEPT) {
      double threshold = quantile(inScope.scopeScores(), 1 - kept);
      double refused =
          Arrays.stream(outside.scopeScores()).filter(s -> s < threshold).count()
              / (double) outside.scopeScores().length;
      lines.add(
          format("  in scope kept %.0f %%: out of scope found %.1f %%", 100 * kept, 100 * refused));
    }
    return new Figures("CLINC150", inScope.accuracy(), auroc, lines);
  }

  static Figures banking77(Path folder) {
    Path set = folder.resolve("banking77");
    Scored scored =
        score(read(set.resolve("train.tsv")), read(set.resolve("test.tsv")), "BANKING77");
    return new Figures("BANKING77", scored.accuracy(), 0, List.of(scored.description()));
  }

  private static Scored score(List<Example> training, List<Example> test, String name) {
    long start = System.nanoTime();
    TrainedModel model = ModelTraining.trainUncalibrated(training, ClassifierSettings.DEFAULTS);
    double seconds = (System.nanoTime() - start) / 1e9;
    score(model, test);
    start = System.nanoTime();
    Scored scored = score(model, test);
    String description =
        format(
            "%s: accuracy %.1f %% of %d; trained in %.1f s; %d features, %d weights; %.0f us each",
            name,
            100 * scored.accuracy(),
            test.size(),
            seconds,
            model.weights().features().hashes().length,
            model.weights().entryWeights().length,
            (System.nanoTime() - start) / 1e3 / test.size());
    return new Scored(model, scored.accuracy(), scored.scopeScores(), description);
  }

  private static Scored score(TrainedModel model, List<Example> test) {
    Labels labels = new Labels(model.weights().labels());
    Spelling spelling = new Spelling(model.words());
    double[] scopeScores = new double[test.size()];
    int outOfScope = model.weights().labels().indexOf(OUT_OF_SCOPE);
    int right = 0;
    for (int i = 0; i < scopeScores.length; i++) {
      List<String> tokens = spelling.correct(Normaliser.tokens(test.get(i).utterance()));
      double[] logits = model.weights().logits(FeatureVector.of(tokens));
      scopeScores[i] = labels.scopeScore(logits);
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
    return new Scored(model, right / (double) test.size(), scopeScores, "");
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

  private static List<Example> read(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.split("\t", 2))
          .map(c -> new Example(c[1], List.of(c[0].equals("oos") ? OUT_OF_SCOPE : c[0]), 0))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
