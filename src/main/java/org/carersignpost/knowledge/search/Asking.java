package org.carersignpost.knowledge.search;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.ServiceDirectory.Need;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.knowledge.files.Taxonomy;

/// A need, read for ranking: what is asked for, and by and about whom.
///
/// @param topics probability by topic, those of the conditions included
/// @param implied topics nobody asked for but which the need makes likely
/// @param sure whether one topic at least is near to certain
/// @param conditions what the person lives with
/// @param youngCarer whether the carer said to be under 18
/// @param aboutYoungCarers whether young carers are meant, by the carer's age, the topics or the
///   words
/// @param aboutChild whether a child may be the one looked after
/// @param words the carer's words in lower case
record Asking(
    Map<String, Double> topics,
    Set<String> implied,
    boolean sure,
    List<String> conditions,
    boolean youngCarer,
    boolean aboutYoungCarers,
    boolean aboutChild,
    String words) {

  static final String YOUNG_CARERS = "young-carers";
  static final String PARENT_CARERS = "parent-carers";
  static final String GENERAL_SUPPORT = "general-carer-support";
  static final String CRISIS = "crisis";
  private static final String MENTAL_HEALTH = "mental-health";
  private static final Pattern YOUNG_WORDS =
      Pattern.compile("\\b(young|child|teenage) carers?\\b|\\bunder 18\\b");
  private static final Pattern EMERGENCY_WORDS =
      Pattern.compile("\\b(999|112|101|111|police|ambulance)\\b");
  private static final Pattern CHILD_WORDS =
      Pattern.compile("\\b(child|children|kid|kids|toddler|baby|little (boy|girl))\\b");
  private static final Set<String> YOUNGER = Set.of("grandchild", "niece-nephew");

  static Asking of(Need need, Taxonomy taxonomy) {
    Map<String, Double> topics = new LinkedHashMap<>();
    for (TopicScore score : need.topics()) {
      topics.merge(score.topic(), Math.clamp(score.probability(), 0.0, 1.0), Math::max);
    }
    double ofCondition =
        topics.isEmpty() ? Weights.TOPIC_OF_CONDITION_ALONE : Weights.TOPIC_OF_CONDITION;
    List<String> conditions = need.slots().conditions();
    conditions.forEach(id ->
        taxonomy
            .condition(id)
            .ifPresent(condition -> topics.merge(condition.topic(), ofCondition, Math::max)));
    boolean sure = topics.values().stream().anyMatch(p -> p >= Weights.SURE);
    String words = need.utterance().toLowerCase(Locale.ROOT);
    boolean young = need.slots().youngCarer().orElse(false);
    boolean aboutYoung = young || asked(topics, YOUNG_CARERS) || YOUNG_WORDS.matcher(words).find();
    boolean childRelation =
        need.slots()
            .relation()
            .flatMap(taxonomy::relation)
            .filter(r -> r.group().equals("child") || YOUNGER.contains(r.id()))
            .isPresent();
    boolean aboutChild =
        childRelation || asked(topics, PARENT_CARERS) || CHILD_WORDS.matcher(words).find();
    return new Asking(
        Collections.unmodifiableMap(topics),
        implied(need, topics, taxonomy),
        sure,
        conditions,
        young,
        aboutYoung,
        aboutChild,
        words);
  }

  private static Set<String> implied(Need need, Map<String, Double> topics, Taxonomy taxonomy) {
    Set<String> implied = new HashSet<>();
    if (asked(topics, CRISIS)) {
      implied.add(MENTAL_HEALTH);
    }
    boolean elder =
        need.slots()
            .relation()
            .flatMap(taxonomy::relation)
            .filter(r -> r.group().equals("parent") || r.id().equals("grandparent"))
            .isPresent();
    if (elder) {
      implied.add("older-people");
    }
    return Set.copyOf(implied);
  }

  /// Whether the need speaks of the topic at all.
  boolean speaksOf(String topic) {
    return topics.containsKey(topic) || implied.contains(topic);
  }

  boolean asks(String topic) {
    return asked(topics, topic);
  }

  /// Whether the need is one in which an open line counts more than anything.
  boolean isUrgent() {
    return asks(CRISIS) || asks(MENTAL_HEALTH);
  }

  boolean namesEmergencyServices() {
    return EMERGENCY_WORDS.matcher(words).find();
  }

  private static boolean asked(Map<String, Double> topics, String topic) {
    return topics.getOrDefault(topic, 0.0) >= Weights.ASKED;
  }
}
