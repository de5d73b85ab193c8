package org.carersignpost.understanding;

import java.util.List;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.understanding.classifier.Classification;
import org.carersignpost.understanding.classifier.Classification.Candidate;
import org.carersignpost.understanding.slots.SlotFindings;

/// Decides whether to answer at once or to ask which of two things is meant, by what each would
/// cost the carer.
///
/// A wrong answer counts 1: somebody tired rings a number for nothing. Being asked counts a
/// quarter: one more text. With calibrated probabilities `p` and `q` of the two likeliest topics an
/// answer costs `1 - p`, and a question `1/4 + 3/4 (1 - p - q)`, because it helps only if one of
/// the two is right. The cheaper is done. What is named plainly, and two topics that are both
/// likely, which is two needs and no doubt, are never asked about. The costs were weighed on
/// development messages; see `docs/adr/0010-understanding.md`.
final class Readings {
  private static final double COST_OF_ASKING = 0.25;

  /// From here on a topic is meant.
  private static final double LIKELY = 0.5;

  private Readings() {}

  /// The two topics to ask about, the likelier first; none if the message is to be answered.
  static List<String> of(
      IntentChoice.Chosen chosen, Classification classification, SlotFindings found) {
    if (!(chosen.intent() instanceof Intent.Find) || !found.topics().isEmpty()) {
      return List.of();
    }
    List<Candidate> topics =
        classification.ranked().stream()
            .filter(candidate -> candidate.intent() instanceof Intent.Find)
            .limit(2)
            .toList();
    if (topics.size() < 2) {
      return List.of();
    }
    double p = topics.get(0).probability();
    double q = topics.get(1).probability();
    double answering = 1 - p;
    double asking = COST_OF_ASKING + (1 - COST_OF_ASKING) * (1 - p - q);
    return p < LIKELY && p + q >= LIKELY && asking < answering
        ? topics.stream()
            .map(Candidate::intent)
            .map(Intent.Find.class::cast)
            .map(Intent.Find::topic)
            .toList()
        : List.of();
  }
}
