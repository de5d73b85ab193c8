package org.carersignpost.knowledge;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Place;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;

/// The words that speech recognition should expect: what people live with, what they need, and
/// where they are.
///
/// Half are conditions, needs and names of services; the rest are places, those first that the
/// directory speaks of most, for that is where most people live.
final class SpokenHints {
  private static final int MOST_CHARACTERS = 100;

  private SpokenHints() {}

  static List<String> of(KnowledgeBase base, int most) {
    Set<String> hints = new LinkedHashSet<>();
    Taxonomy taxonomy = base.taxonomy();
    taxonomy.conditions().forEach(condition -> hints.add(condition.name()));
    taxonomy.topics().forEach(topic -> hints.add(topic.label()));
    places(base).limit(Math.max(0, most - hints.size()) * 3L / 4).forEach(hints::add);
    base.services().stream()
        .filter(ServiceRecord::isActive)
        .map(ServiceRecord::alternateName)
        .forEach(hints::add);
    return hints.stream()
        // A comma ends a hint.
        .map(hint -> hint.replace(",", " ").strip())
        .filter(hint -> !hint.isEmpty() && hint.length() <= MOST_CHARACTERS)
        .distinct()
        .limit(most)
        .toList();
  }

  private static Stream<String> places(KnowledgeBase base) {
    String directory = directory(base);
    Map<String, Integer> mentions = new LinkedHashMap<>();
    base.places()
        .all()
        .filter(place -> place.kind() == Place.Kind.TOWN)
        .forEach(place -> mentions.put(place.name(), count(directory, place.name())));
    return mentions.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey);
  }

  private static String directory(KnowledgeBase base) {
    StringBuilder text = new StringBuilder();
    for (ServiceRecord service : base.services()) {
      text.append(service.name()).append(' ').append(service.description()).append(' ');
      service.serviceAreas().forEach(area -> text.append(area.name()).append(' '));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static int count(String text, String name) {
    String wanted = " " + name.toLowerCase(Locale.ROOT);
    int count = 0;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      count++;
    }
    return count;
  }
}
