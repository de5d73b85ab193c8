package org.carersignpost.knowledge.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carersignpost.dialogue.Freshness;
import org.carersignpost.dialogue.OpeningState;

/// Scores every service for a need, wherever the carer is; the place comes afterwards and costs
/// little.
final class Scoring {
  private final Map<String, String> topicOfCondition;

  /// Topics that say who or what illness a service is for, not what it does.
  private final Set<String> special;

  /// @param topicOfCondition the topic that each condition belongs to
  Scoring(Map<String, String> topicOfCondition) {
    this.topicOfCondition = topicOfCondition;
    this.special = new HashSet<>(topicOfCondition.values());
    this.special.add("armed-forces");
  }

  /// Those of some services that have to do with the need, with a place factor of 1.
  ///
  /// @param minute the time of the need
  List<Score> of(Asking asking, List<Match> matches, Minute minute) {
    List<Score> scores = new ArrayList<>();
    boolean urgent = asking.isUrgent();
    for (Match match : matches) {
      Listing listing = match.listing();
      double text = Weights.TEXT * Math.max(match.text(), match.fit() * 0.9);
      double topic = Weights.TOPIC * topics(listing, asking);
      double guided = Weights.GUIDED * match.sent();
      double situation = Weights.CONDITION * knowledgeOfCondition(listing, asking);
      double meaning = Weights.MEANING * likeness(match.near());
      if (text + guided + topic + situation + meaning < Weights.LEAST_RELEVANCE) {
        continue;
      }
      double audience = audience(listing, asking);
      if (audience > 0) {
        scores.add(
            new Score(
                listing,
                text,
                guided,
                topic,
                situation,
                meaning,
                opening(minute.opening(listing), urgent),
                assurance(listing, minute.today()),
                audience,
                1,
                1));
      }
    }
    return scores;
  }

  /// What nearness is worth, 0 to 1: all texts are a little near to each other.
  private static double likeness(double near) {
    return Math.max(0, near - Weights.LEAST_MEANING) / (1 - Weights.LEAST_MEANING);
  }

  /// How well its topics fit: the best fit counts in full, each further one less.
  private static double topics(Listing listing, Asking asking) {
    double[] parts =
        asking.topics().entrySet().stream()
            .mapToDouble(asked -> asked.getValue() * share(asked.getKey(), listing))
            .filter(part -> part > 0)
            .sorted()
            .toArray();
    double sum = 0;
    double weight = 1;
    for (int k = parts.length - 1; k >= 0; k--) {
      sum += parts[k] * weight;
      weight *= Weights.FURTHER_TOPIC;
    }
    double general = asking.topics().isEmpty() ? 0 : Weights.GENERAL_SUPPORT * listing.general();
    return Math.max(sum, general);
  }

  private static double knowledgeOfCondition(Listing listing, Asking asking) {
    double most = 0;
    for (String id : asking.conditions()) {
      most = Math.max(most, listing.conditions().getOrDefault(id, 0.0));
    }
    return most;
  }

  private static double opening(OpeningState state, boolean urgent) {
    if (urgent) {
      return state.isOpen()
          ? Weights.OPEN_IN_CRISIS
          : state.isClosed() ? Weights.CLOSED_IN_CRISIS : Weights.UNKNOWN_IN_CRISIS;
    }
    return state.isOpen() ? Weights.OPEN : state.isClosed() ? Weights.CLOSED : 1;
  }

  private static double assurance(Listing listing, LocalDate today) {
    double confidence =
        switch (listing.record().signpost().confidence()) {
          case HIGH -> 1;
          case MEDIUM -> Weights.MEDIUM_CONFIDENCE;
          case LOW -> Weights.LOW_CONFIDENCE;
        };
    double assured =
        switch (Freshness.of(listing.record().assuredDate(), today)) {
          case FRESH -> 1;
          case AGEING -> Weights.AGEING;
          case UNASSURED -> Weights.UNASSURED;
        };
    return confidence * assured * (listing.isCallable() ? 1 : Weights.NOT_CALLABLE);
  }

  private double audience(Listing listing, Asking asking) {
    return onTopic(listing, asking)
        * specialism(listing, asking)
        * referral(listing)
        * age(listing, asking)
        * family(listing, asking)
        * illness(listing, asking)
        * emergency(listing, asking);
  }

  /// How much a topic is what a service is for, 0 to 1.
  private static double share(String topic, Listing listing) {
    return listing.topics().getOrDefault(topic, 0.0);
  }

  private static double onTopic(Listing listing, Asking asking) {
    boolean on =
        !asking.sure()
            || listing.general() > 0
            || !Collections.disjoint(listing.topics().keySet(), asking.topics().keySet());
    return on ? 1 : Weights.OFF_TOPIC;
  }

  /// Whether it is for an illness or a kind of person that nothing in the need speaks of.
  private double specialism(Listing listing, Asking asking) {
    if (!asking.sure() || knowsOne(listing, asking.conditions())) {
      return 1;
    }
    List<String> own = listing.ownTopics();
    if (isUnasked(own, 0, asking)) {
      return Weights.UNASKED_SPECIALIST;
    }
    return isUnasked(own, 1, asking) ? Weights.UNASKED_SECOND : 1;
  }

  private static boolean knowsOne(Listing listing, List<String> conditions) {
    return !conditions.isEmpty()
        && !Collections.disjoint(listing.conditions().keySet(), conditions);
  }

  private boolean isUnasked(List<String> own, int i, Asking asking) {
    return own.size() > i && special.contains(own.get(i)) && !asking.speaksOf(own.get(i));
  }

  private static double referral(Listing listing) {
    if (listing.traits().onlyByProfessional()) {
      return Weights.ONLY_BY_PROFESSIONAL;
    }
    return listing.traits().onlyByAssessment() ? Weights.ONLY_BY_ASSESSMENT : 1;
  }

  private static double age(Listing listing, Asking asking) {
    if (asking.youngCarer()) {
      if (listing.isForAdultsOnly()) {
        return 0;
      }
      double from = listing.record().minimumAge().orElse(0);
      double old = from >= 16 ? Weights.FROM_SIXTEEN_FOR_YOUNG_CARERS : 1;
      // Only where it is what the service is for: the hub that also sees young carers is not meant.
      boolean main = share(Asking.YOUNG_CARERS, listing) == 1.0;
      return main ? old * Weights.FOR_YOUNG_CARERS : old;
    }
    if (!listing.isForUnder18Only() || asking.aboutYoungCarers()) {
      return 1;
    }
    // Some are for children who are looked after, not for children who care.
    boolean forChildLookedAfter = share(Asking.YOUNG_CARERS, listing) < 1.0;
    return asking.aboutChild() && forChildLookedAfter ? 1 : Weights.UNDER_18_ONLY;
  }

  private static double family(Listing listing, Asking asking) {
    if (!asking.aboutChild()) {
      return share(Asking.PARENT_CARERS, listing) == 1.0 ? Weights.PARENT_CARERS_NOT_ASKED : 1;
    }
    if (asking.youngCarer()) {
      return 1;
    }
    if (listing.traits().forCarersOfAdultsOnly()) {
      return Weights.ADULT_CARED_FOR_ONLY;
    }
    return listing.carries(Asking.PARENT_CARERS) ? Weights.PARENT_CARERS : 1;
  }

  /// A specialist in another illness of the same kind is the wrong door, however well the topic
  /// fits.
  private double illness(Listing listing, Asking asking) {
    if (asking.conditions().isEmpty()
        || listing.specialisms().isEmpty()
        || knowsOne(listing, asking.conditions())) {
      return 1;
    }
    boolean sameKind =
        listing.specialisms().stream()
            .map(id -> topicOfCondition.getOrDefault(id, id))
            .anyMatch(topic ->
                asking.conditions().stream()
                    .anyMatch(id -> topic.equals(topicOfCondition.get(id))));
    return sameKind ? Weights.OTHER_CONDITION : 1;
  }

  private static double emergency(Listing listing, Asking asking) {
    String number = listing.traits().emergencyNumber();
    if (number.isEmpty() || asking.namesEmergencyServices()) {
      return 1;
    }
    return switch (number) {
      case "111" -> nhs111(listing, asking);
      case "101" ->
          asking.asks("safeguarding") || asking.asks("domestic-abuse") ? Weights.EMERGENCY_101 : 0;
      default ->
          asking.asks(Asking.CRISIS) || asking.asks("safeguarding") || asking.asks("domestic-abuse")
              ? Weights.EMERGENCY_999
              : 0;
    };
  }

  private static double nhs111(Listing listing, Asking asking) {
    if (asking.asks(Asking.CRISIS)) {
      return 1;
    }
    boolean forTheMind = listing.carries("mental-health") && asking.asks("mental-health");
    return forTheMind ? Weights.EMERGENCY_111_NO_CRISIS : 0;
  }
}
