package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carersignpost.dialogue.Intent;

/// Why an utterance was classified as it was, for editors.
///
/// @param classification what was found
/// @param reasons the strongest intents, each with what spoke for and against it
public record Explanation(Classification classification, List<Reason> reasons) {

  public Explanation {
    reasons = List.copyOf(reasons);
  }

  /// What spoke for and against one intent.
  ///
  /// @param intent the intent
  /// @param probability calibrated, 0 to 1
  /// @param logit the sum over all features; above 0 speaks for the intent
  /// @param features the strongest, strongest first
  public record Reason(Intent intent, double probability, double logit, List<Feature> features) {
    public Reason {
      features = List.copyOf(features);
    }
  }

  /// One thing seen in the utterance.
  ///
  /// @param seen what it was, readable: `word "respite"`
  /// @param contribution what it adds to the logit
  public record Feature(String seen, double contribution) {
    /// What the words mean together, by [WordVectors].
    static Feature ofMeaning(double contribution) {
      return new Feature("sense of the words together", contribution);
    }

    static Feature of(String name, double contribution) {
      String what = name.substring(2);
      String kind =
          switch (name.charAt(0)) {
            case MessageFeatures.WORDS -> "word";
            case MessageFeatures.STEMS -> "stem";
            case MessageFeatures.APART -> "apart";
            case MessageFeatures.LETTERS -> "letters";
            case MessageFeatures.CONCEPTS -> "concept";
            default -> "any message";
          };
      return new Feature(what.isEmpty() ? kind : kind + " \"" + what + '"', contribution);
    }
  }

  /// The explanation as lines to print.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("read as: " + classification.corrected());
    lines.add(
        format(
            "meant: %s, %.0f %%; scope score %.2f, %s",
            classification.intent().id(),
            100 * classification.confidence(),
            classification.scopeScore(),
            classification.inScope() ? "in scope" : "not in scope"));
    classification
        .topics()
        .forEach(t -> lines.add(format("topic: %s, %.0f %%", t.topic(), 100 * t.probability())));
    for (Reason reason : reasons) {
      lines.add(
          format(
              "%s: %.1f %%, logit %+.2f",
              reason.intent().id(), 100 * reason.probability(), reason.logit()));
      reason
          .features()
          .forEach(f -> lines.add(format("    %+.3f  %s", f.contribution(), f.seen())));
    }
    return List.copyOf(lines);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
