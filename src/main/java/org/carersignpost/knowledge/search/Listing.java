package org.carersignpost.knowledge.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carersignpost.knowledge.files.Centroid;
import org.carersignpost.knowledge.files.Places;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Signposting.Confidence;
import org.carersignpost.knowledge.search.ServiceTexts.Field;

/// A service with what ranking must know of it, worked out once.
///
/// @param ordinal its place in the arrays of this state
/// @param record the file's words
/// @param lines its numbers in the order of the file
/// @param ownTopics the topics of the record, most important first
/// @param topics how much each of its topics, and those that guides send people to it for, is what
///   it is for, 0 to 1
/// @param general how much it is for carers whatever they need, 0 to 1
/// @param conditions how much it knows of each condition it mentions, 0 to 1
/// @param specialisms the conditions in its name
/// @param covered where it is available
/// @param sites where it can be visited, as far as that is known; none for a nationwide service
/// @param traits what its record says in words
record Listing(
    int ordinal,
    ServiceRecord record,
    List<Line> lines,
    List<String> ownTopics,
    Map<String, Double> topics,
    double general,
    Map<String, Double> conditions,
    Set<String> specialisms,
    Coverage.Covered covered,
    List<Centroid> sites,
    Traits traits) {

  /// What is read out of a record's sentences, once.
  ///
  /// @param callable whether a carer can ring or text it
  /// @param charged whether every number of it costs more than an ordinary call
  /// @param onlyByProfessional whether a carer cannot ask for it
  /// @param onlyByAssessment whether it follows a council's assessment
  /// @param forCarersOfAdultsOnly whether it is for those who look after an adult
  /// @param emergencyNumber the emergency number it is reached by (999, 101 or 111), or empty
  /// @param forAdultsOnly whether nobody under 18 is taken
  /// @param forUnder18Only whether nobody over 18 is taken
  record Traits(
      boolean callable,
      boolean charged,
      boolean onlyByProfessional,
      boolean onlyByAssessment,
      boolean forCarersOfAdultsOnly,
      String emergencyNumber,
      boolean forAdultsOnly,
      boolean forUnder18Only) {

    static Traits of(ServiceRecord record, List<Line> lines) {
      String process = record.applicationProcess().orElse("").toLowerCase(Locale.ROOT);
      String who = record.eligibilityDescription().orElse("").toLowerCase(Locale.ROOT);
      boolean self = SELF.matcher(process).find();
      boolean assessment = !self && ASSESSMENT.matcher(process).find();
      boolean professional = !self && !assessment && PROFESSIONAL.matcher(process).find();
      String emergency =
          lines.stream()
              .map(line -> line.number().dialled())
              .filter(EMERGENCY_NUMBERS::contains)
              .findFirst()
              .orElse("");
      return new Traits(
          lines.stream().anyMatch(line -> !line.isTextphone()),
          !lines.isEmpty() && lines.stream().allMatch(line -> line.number().isCharged()),
          professional,
          assessment,
          OF_ADULTS.matcher(who).find(),
          emergency,
          record.minimumAge().orElse(0) >= 18,
          record.maximumAge().orElse(Integer.MAX_VALUE) <= 18);
    }
  }

  private static final Pattern SELF = Pattern.compile("\\byourself\\b");
  private static final Pattern PROFESSIONAL =
      Pattern.compile("\\b(gp|doctor|nurse|consultant|professional|hospital|referr?al)\\b");
  private static final Pattern ASSESSMENT = Pattern.compile("\\bassessment\\b");
  private static final Pattern OF_ADULTS =
      Pattern.compile("looking after an adult|look(s)? after an adult|carers of an adult");
  private static final Set<String> EMERGENCY_NUMBERS = Set.of("999", "112", "101", "111");

  /// @param sentFor topics that guides send people to it for, as a council's way in
  /// @param covered where it is available
  static Listing of(
      int ordinal,
      ServiceRecord record,
      Set<String> sentFor,
      Coverage.Covered covered,
      ServiceTexts texts,
      Places places,
      ConditionNames named) {
    List<String> ownTopics = record.topics();
    Map<String, Double> topics = new HashMap<>();
    for (int i = 0; i < ownTopics.size(); i++) {
      double[] order = Weights.TOPIC_ORDER;
      topics.put(ownTopics.get(i), order[Math.min(i, order.length - 1)]);
    }
    sentFor.forEach(topic -> topics.merge(topic, Weights.WAY_IN, Math::max));
    Set<String> specialisms = named(texts, named, Field.NAME);
    List<Line> lines = Line.of(record);
    return new Listing(
        ordinal,
        record,
        lines,
        ownTopics,
        Map.copyOf(topics),
        topics.getOrDefault(Asking.GENERAL_SUPPORT, 0.0),
        conditions(texts, specialisms, named),
        specialisms,
        covered,
        covered.isNationwide() ? List.of() : sites(record, places),
        Traits.of(record, lines));
  }

  private static Map<String, Double> conditions(
      ServiceTexts texts, Set<String> specialisms, ConditionNames named) {
    Map<String, Double> conditions = new HashMap<>();
    named(texts, named, Field.DESCRIPTION, Field.ELIGIBILITY)
        .forEach(id -> conditions.put(id, Weights.CONDITION_IN_TEXT));
    named(texts, named, Field.KEYWORDS, Field.OFFER)
        .forEach(id -> conditions.put(id, Weights.CONDITION_IN_KEYWORDS));
    specialisms.forEach(id -> conditions.put(id, Weights.CONDITION_IN_NAME));
    return Map.copyOf(conditions);
  }

  private static List<Centroid> sites(ServiceRecord record, Places places) {
    return record.serviceAtLocations().stream()
        .flatMap(at -> at.location().addresses().stream())
        .flatMap(address -> places.centroidOfPostcode(address.postalCode()).stream())
        .distinct()
        .toList();
  }

  private static Set<String> named(ServiceTexts texts, ConditionNames named, Field... fields) {
    return Arrays.stream(fields)
        .flatMap(field -> texts.in(field).stream())
        .flatMap(text -> named.in(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  String id() {
    return record.slug();
  }

  boolean isCallable() {
    return traits.callable;
  }

  /// Whether every number of it costs more than an ordinary call.
  boolean isCharged() {
    return traits.charged;
  }

  boolean isUncertain() {
    return record.signpost().confidence() == Confidence.LOW;
  }

  /// Whether there is any way to reach it: a number, a page or an email address.
  boolean isReachable() {
    return traits.callable() || record.url().isPresent() || record.email().isPresent();
  }

  /// Whether another should come before it when one of comparable relevance exists.
  boolean isDoubtful() {
    return isUncertain() || !isCallable();
  }

  boolean isForAdultsOnly() {
    return traits.forAdultsOnly;
  }

  boolean isForUnder18Only() {
    return traits.forUnder18Only;
  }

  boolean carries(String topic) {
    return topics.containsKey(topic);
  }
}
