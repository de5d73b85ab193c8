package org.carersignpost.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.understanding.classifier.Classification;
import org.carersignpost.understanding.classifier.IntentModel;

/// All that one message asks for: the topics of the whole and of its parts, and what is wanted of
/// the conversation itself in one of them.
///
/// @param topics in the order in which they should be served: the more pressing first, then in the
///   order of the words
/// @param wishes such as a person, in the order of the words
record Needs(List<TopicScore> topics, List<Intent.Talk> wishes) {
  /// A part says less than the whole, so it must be surer.
  private static final double SURE_OF_PART = 0.7;

  /// What only a part says weighs less than what the whole says.
  private static final double OF_A_PART = 0.6;

  private static final double SURE_OF_WISH = 0.8;

  /// What somebody may want beside a need. Courtesy is none, and an opt-out is never read out of a
  /// part.
  private static final Set<Intent.Talk> WISHES =
      Set.of(
          Intent.Talk.ASK_FOR_PERSON,
          Intent.Talk.ASK_COST,
          Intent.Talk.ASK_PRIVACY,
          Intent.Talk.ASK_IF_ROBOT,
          Intent.Talk.ASK_WHO_WE_ARE,
          Intent.Talk.COMPLAIN_ABOUT_US);

  /// A topic, how likely, and in which part it is likeliest.
  private record Placed(TopicScore score, int part) {}

  /// @param clauses the parts of the message, in order
  static Needs of(Classification whole, List<String> clauses, IntentModel model, Urgency urgency) {
    Map<String, Placed> topics = new LinkedHashMap<>();
    whole.topics().forEach(score -> topics.put(score.topic(), new Placed(score, 0)));
    Set<Intent.Talk> wishes = new LinkedHashSet<>();
    if (clauses.size() > 1) {
      for (int part = 0; part < clauses.size(); part++) {
        Classification found = model.classify(clauses.get(part));
        if (found.inScope()) {
          addWish(found, wishes);
          addTopics(found, part, topics);
        }
      }
    }
    List<Placed> placed = new ArrayList<>(topics.values());
    placed.sort(
        Comparator.comparingInt((Placed topic) -> urgency.of(topic.score().topic()))
            .thenComparingInt(Placed::part));
    return new Needs(placed.stream().map(Placed::score).toList(), List.copyOf(wishes));
  }

  private static void addWish(Classification found, Set<Intent.Talk> wishes) {
    if (found.intent() instanceof Intent.Talk talk
        && WISHES.contains(talk)
        && found.confidence() >= SURE_OF_WISH) {
      wishes.add(talk);
    }
  }

  private static void addTopics(Classification found, int part, Map<String, Placed> topics) {
    for (TopicScore score : found.topics()) {
      Placed known = topics.get(score.topic());
      if (known == null && score.probability() >= SURE_OF_PART) {
        double said = OF_A_PART * score.probability();
        topics.put(score.topic(), new Placed(new TopicScore(score.topic(), said), part));
      } else if (known != null && score.probability() > known.score().probability()) {
        topics.put(score.topic(), new Placed(score, part));
      }
    }
  }
}
