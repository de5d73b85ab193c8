package org.carersignpost.evaluation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Slots;

/// How well the situation is read: for each slot, whether exactly what is said was found.
///
/// A message counts for a slot if it says it or if it was found; it is right if both are the same.
final class SlotScores {
  /// Names of people are there to be left alone, so nothing is to be found.
  private static final Set<String> NOT_READ = Set.of("name");

  private final Map<String, int[]> counts = new TreeMap<>();
  private int all;
  private int exact;

  void add(LabelledMessage message, Slots slots) {
    Map<String, Set<String>> expected = expected(message);
    Map<String, Set<String>> found = found(slots);
    Set<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(found.keySet());
    boolean right = true;
    for (String key : keys) {
      boolean same = expected.getOrDefault(key, Set.of()).equals(found.getOrDefault(key, Set.of()));
      int[] count = counts.computeIfAbsent(key, _ -> new int[2]);
      count[0] += same ? 1 : 0;
      count[1]++;
      right &= same;
    }
    if (!keys.isEmpty()) {
      all++;
      exact += right ? 1 : 0;
    }
  }

  private static Map<String, Set<String>> expected(LabelledMessage message) {
    return message.slots().stream()
        .map(slot -> slot.split("=", 2))
        .filter(slot -> !NOT_READ.contains(slot[0]))
        .collect(
            Collectors.groupingBy(
                slot -> slot[0],
                TreeMap::new,
                Collectors.mapping(
                    slot -> slot[1].strip(), Collectors.toCollection(TreeSet::new))));
  }

  private static Map<String, Set<String>> found(Slots slots) {
    Map<String, Set<String>> found = new TreeMap<>();
    boolean both = slots.place().isPresent() && slots.carersPlace().isPresent();
    slots.place().ifPresent(place -> addPlace(place, both ? " (theirs)" : "", found));
    slots.carersPlace().ifPresent(place -> addPlace(place, both ? " (mine)" : "", found));
    slots.postcode().ifPresent(code -> add("postcode", code, found));
    slots.relation().ifPresent(relation -> add("relation", relation, found));
    slots.conditions().forEach(condition -> add("condition", condition, found));
    slots.carersAge().ifPresent(age -> add("carerage", Integer.toString(age), found));
    slots.caredForAge().ifPresent(age -> add("caredage", Integer.toString(age), found));
    slots.phone().ifPresent(phone -> add("phone", phone, found));
    slots.ringTime().ifPresent(time -> add("time", time, found));
    return found;
  }

  private static void addPlace(Place place, String whose, Map<String, Set<String>> found) {
    if (place.kind() == Place.Kind.POSTCODE) {
      add("postcode", place.name(), found);
    } else {
      add("place", place.name() + whose, found);
    }
  }

  private static void add(String key, String value, Map<String, Set<String>> found) {
    found.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
  }

  /// Messages of which everything was read as it is said.
  Share exact() {
    return Share.of(exact, all);
  }

  /// For each slot how often exactly what is said was found.
  Map<String, Share> bySlot() {
    Map<String, Share> shares = new TreeMap<>();
    counts.forEach((key, count) -> shares.put(key, Share.of(count[0], count[1])));
    return shares;
  }
}
