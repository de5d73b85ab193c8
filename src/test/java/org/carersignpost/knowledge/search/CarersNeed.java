package org.carersignpost.knowledge.search;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.ServiceDirectory.Need;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;

/// A need as a carer would say it, and the services that are right for it.
///
/// @param line as written, for messages
/// @param need what the directory is asked
/// @param right ids of the services that are right, any of them first
record CarersNeed(String line, Need need, List<String> right) {
  /// An ordinary Tuesday.
  static LocalDateTime tuesday(int hour) {
    return LocalDateTime.of(2026, 3, 3, hour, 0);
  }

  /// Reads `hour | areas | slots | topics | right services | words`.
  ///
  /// Areas with commas are an ambiguous place, `!Salisbury` lies outside, nothing is an unknown
  /// place. Slots are `young`, `rel=mother`, `cond=dementia,stroke`. Topics are `dementia` (0.9) or
  /// `dementia=0.5`.
  static CarersNeed read(String line) {
    String[] parts = line.split("\\|", -1);
    Need need =
        new Need(
            parts[5].strip(),
            topics(parts[3].strip()),
            slots(parts[1].strip(), parts[2].strip()),
            tuesday(Integer.parseInt(parts[0].strip())),
            Set.of(),
            10);
    return new CarersNeed(line, need, List.of(parts[4].strip().split(" +", -1)));
  }

  static Place in(String... areas) {
    return new Place(areas[0], List.of(areas), Place.Kind.TOWN, "");
  }

  static Place outside(String name) {
    return new Place(name, List.of(), Place.Kind.OUTSIDE, "another council");
  }

  private static List<TopicScore> topics(String written) {
    List<TopicScore> topics = new ArrayList<>();
    for (String topic : written.split(" +", -1)) {
      String[] parts = topic.split("=", -1);
      if (!parts[0].isEmpty()) {
        topics.add(new TopicScore(parts[0], parts.length > 1 ? Double.parseDouble(parts[1]) : 0.9));
      }
    }
    return topics;
  }

  private static Slots slots(String areas, String others) {
    Optional<Place> place = Optional.empty();
    if (areas.startsWith("!")) {
      place = Optional.of(outside(areas.substring(1)));
    } else if (!areas.isEmpty()) {
      place = Optional.of(in(areas.split(",", -1)));
    }
    Optional<String> relation = Optional.empty();
    Optional<Boolean> young = Optional.empty();
    List<String> conditions = List.of();
    for (String slot : others.split(" +", -1)) {
      if (slot.equals("young")) {
        young = Optional.of(true);
      } else if (slot.startsWith("rel=")) {
        relation = Optional.of(slot.substring(4));
      } else if (slot.startsWith("cond=")) {
        conditions = List.of(slot.substring(5).split(","));
      }
    }
    return new Slots(place, relation, young, conditions);
  }
}
