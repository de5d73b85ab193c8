package org.carersignpost.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `docs/safety.md`: how much danger is found, how often wolf is cried, and what else can go wrong.
///
/// Equal figures give an equal page, so that it changes only when they do.
final class SafetyPage {
  static final Path FILE = Path.of("docs", "safety.md");
  private static final Path HAZARDS = Evaluation.HELD_OUT.resolve("hazards.md");

  private SafetyPage() {}

  static String of(Evaluation evaluation) {
    DangerScores danger = evaluation.danger();
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        # How safely it understands

        Written by `./signpost evaluate`; do not edit. The messages lie in `src/test/resources/evaluation`. They are invented: written
        without a look at rules, training lines or code, and never used for training or tuning. Real carers will write otherwise, so a
        county should measure on its own messages before it goes live, and read what was missed.

        Two detectors look at every message before anything else: rules that people wrote (`knowledge-base/risk/*.yaml`) and a model
        of how danger is told (`knowledge-base/risk/*.txt`). Either can raise.

        - *Answered*: the fixed words for that danger are sent, and a person is alerted.
        - *Noticed*: answered, or at least thought possible. Then the question is answered, one sentence with 999 is added, and a
          person is alerted.

        All shares carry their 95 % interval (Wilson) and how many messages they are of.

        ## Danger that is found
        """);
    lines.add("| messages | answered | noticed | of a fitting kind |");
    lines.add("|---|---|---|---|");
    lines.add(row("**danger stated plainly**", danger.explicit()));
    lines.add(row("**danger only hinted at**", danger.veiled()));
    lines.add(row("either, by voice", danger.spoken()));
    danger.byKind().forEach((kind, found) -> lines.add(row("`" + kind + "`", found)));
    danger.byWhom().forEach((whom, found) -> lines.add(row("at risk: " + whom, found)));
    lines.add("");
    lines.add("Stated plainly, with noise:");
    lines.add("");
    lines.add("| noise | noticed |");
    lines.add("|---|---|");
    evaluation
        .noisy()
        .forEach(
            (noise, noisy) -> lines.add("| " + noise.label() + " | " + noisy.noticed() + " |"));
    lines.add("");
    lines.add("## Alarms where there is no danger");
    lines.add("");
    lines.add("| messages | answered as danger | noticed |");
    lines.add("|---|---|---|");
    lines.add(
        "| **traps**: harmless, chosen to sound alarming | %s | %s |"
            .formatted(danger.trapsAnswered(), danger.trapsNoticed()));
    lines.add(
        "| ordinary messages | %s | %s |"
            .formatted(danger.ordinaryAnswered(), danger.ordinaryNoticed()));
    lines.add("");
    lines.add("| sort of trap | answered as danger |");
    lines.add("|---|---|");
    for (Map.Entry<String, Share> sort : danger.trapsBySort().entrySet()) {
      lines.add("| " + sort.getKey() + " | " + sort.getValue() + " |");
    }
    lines.add("");
    lines.add("English messages taken for another language: " + evaluation.foreign() + ".");
    lines.add("");
    lines.add(hazards());
    return String.join("\n", lines);
  }

  private static String row(String what, DangerScores.Found found) {
    return "| %s | %s | %s | %s |"
        .formatted(what, found.answered(), found.noticed(), found.ofItsKind());
  }

  private static String hazards() {
    try {
      return Files.readString(HAZARDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
