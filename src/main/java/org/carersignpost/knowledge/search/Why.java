package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.ServiceDirectory.Need;

/// Says in plain words why a service stands where it stands, so that staff can judge the order.
final class Why {
  private static final double HARDLY = 0.05;

  private Why() {}

  /// The reasons for it, then those against.
  static List<String> of(Score score, Need need) {
    List<String> reasons = new ArrayList<>();
    if (score.topic() > HARDLY) {
      reasons.add("it is for this need");
    }
    if (score.text() > HARDLY) {
      reasons.add("the words fit");
    }
    if (score.guided() > HARDLY) {
      reasons.add("our guide sends people there");
    }
    if (score.situation() > HARDLY) {
      reasons.add("it knows the condition");
    }
    need.slots().place().ifPresent(place -> reasons.add(reach(score, place)));
    if (score.opening() > 1) {
      reasons.add("open now");
    } else if (score.opening() < 1) {
      reasons.add("but closed now");
    }
    if (score.audience() < 1) {
      reasons.add("but partly for others");
    }
    if (score.listing().isDoubtful()) {
      reasons.add("but its details are unconfirmed");
    }
    return reasons;
  }

  private static String reach(Score score, Place place) {
    if (score.place() > Weights.REGIONAL) {
      return "local to " + place.name();
    }
    return score.place() > Weights.NATIONAL
        ? "for the county around " + place.name()
        : "for the whole country";
  }
}
