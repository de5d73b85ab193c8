package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carersignpost.dialogue.OpeningState;

/// Scores every service for a need, wherever the carer is; the place comes afterwards and costs
/// little.
final class Scoring {
  private final List<Listing> listings;
  private final Guides guides;
  private final Map<String, String> topicOfCondition;

  /// Topics that say who or what illness a service is for, not what it does.
  private final Set<String> special;

  /// By topic: how much it is what each service is for, by ordinal.
  private final Map<String, double[]> byTopic = new HashMap<>();

  /// How far each record can be trusted, by ordinal.
  private final double[] assurances;

  /// @param topicOfCondition the topic that each condition belongs to
  Scoring(List<Listing> listings, Guides guides, Map<String, String> topicOfCondition) {
    this.listings = listings;
    this.guides = guides;
    this.topicOfCondition = topicOfCondition;
    this.special = new HashSet<>(topicOfCondition.values());
    this.special.add("armed-forces");
    for (Listing listing : listings) {
      listing
          .topics()
          .forEach((topic, share) ->
              byTopic.computeIfAbsent(topic, _ -> new double[listings.size()])[listing.ordinal()] =
                  share);
    }
    assurances = listings.stream().mapToDouble(Scoring::assurance).toArray();
  }

  /// The services that have to do with the need, with a place factor of 1.
  ///
  /// @param minute the time of the need
  List<Score> of(Asking asking, Matches matches, Minute minute) {
    List<Score> scores = new ArrayList<>();
    double[] sent = guides.sent(matches, listings.size());
    List<AskedTopic> asked = asked(asking);
    double[] topics = topics(asked);
    boolean urgent = asking.isUrgent();
    for (Listing listing : listings) {
      int i = listing.ordinal();
      double text = Weights.TEXT * Math.max(matches.serviceText(i), matches.serviceFit(i) * 0.9);
      double topic = Weights.TOPIC * topics[i];
      double guided = Weights.GUIDED * sent[i];
      double situation = Weights.CONDITION * knowledgeOfCondition(listing, asking);
      if (text + guided + topic + situation < Weights.LEAST_RELEVANCE) {
        continue;
      }
      double audience = audience(listing, asking, asked);
      if (audience > 0) {
        double opening = opening(minute.opening(listing), urgent);
        scores.add(
            new Score(
                listing, text, guided, topic, situation, opening, assurances[i], audience, 1));
      }
    }
    return scores;
  }

  /// @param shares how much the topic is what each service is for, by ordinal
  private record AskedTopic(double probability, double[] shares) {}

  /// The topics of the need that any service has.
  private List<AskedTopic> asked(Asking asking) {
    List<AskedTopic> asked = new ArrayList<>();
    asking
        .topics()
        .forEach((topic, probability) -> {
          double[] shares = byTopic.get(topic);
          if (shares != null) {
            asked.add(new AskedTopic(probability, shares));
          }
        });
    return asked;
  }

  /// How well the topics of each service fit, by ordinal: the best fit counts in full, each further
  /// one less.
  private double[] topics(List<AskedTopic> asked) {
    double[] fits = new double[listings.size()];
    if (asked.isEmpty()) {
      return fits;
    }
    double[] parts = new double[asked.size()];
    for (Listing listing : listings) {
      int i = listing.ordinal();
      for (int k = 0; k < parts.length; k++) {
        parts[k] = asked.get(k).probability * asked.get(k).shares[i];
      }
      Arrays.sort(parts);
      double sum = 0;
      double weight = 1;
      for (int k = parts.length - 1; k >= 0 && parts[k] > 0; k--) {
        sum += parts[k] * weight;
        weight *= Weights.FURTHER_TOPIC;
      }
      fits[i] = Math.max(sum, Weights.GENERAL_SUPPORT * listing.general());
    }
    return fits;
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

  private static double assurance(Listing listing) {
    double confidence =
        switch (listing.record().signpost().confidence()) {
          case HIGH -> 1;
          case MEDIUM -> Weights.MEDIUM_CONFIDENCE;
          case LOW -> Weights.LOW_CONFIDENCE;
        };
    double assured = listing.record().assuredDate().isPresent() ? 1 : Weights.UNASSURED;
    return confidence * assured * (listing.isCallable() ? 1 : Weights.NOT_CALLABLE);
  }

  private double audience(Listing listing, Asking asking, List<AskedTopic> asked) {
    return onTopic(listing, asking, asked)
        * specialism(listing, asking)
        * referral(listing)
        * age(listing, asking)
        * family(listing, asking)
        * illness(listing, asking)
        * emergency(listing, asking);
  }

  /// How much a topic is what a service is for, 0 to 1.
  private double share(String topic, Listing listing) {
    double[] shares = byTopic.get(topic);
    return shares == null ? 0 : shares[listing.ordinal()];
  }

  private static double onTopic(Listing listing, Asking asking, List<AskedTopic> asked) {
    boolean on = !asking.sure() || listing.general() > 0 || isFor(listing, asked);
    return on ? 1 : Weights.OFF_TOPIC;
  }

  private static boolean isFor(Listing listing, List<AskedTopic> asked) {
    for (AskedTopic topic : asked) {
      if (topic.shares[listing.ordinal()] > 0) {
        return true;
      }
    }
    return false;
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

  private double age(Listing listing, Asking asking) {
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

  private double family(Listing listing, Asking asking) {
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
