package org.carersignpost.knowledge.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.dialogue.CallMenu;
import org.carersignpost.dialogue.Intent;
import tools.jackson.databind.JsonNode;

/// Reads `menu.yaml`, what callers reach with keys alone, and checks that it leaves no topic out.
final class MenuFile {
  static final String NAME = "menu.yaml";

  private final Taxonomy taxonomy;
  private final Faults faults;
  private final Set<String> seen = new HashSet<>();

  MenuFile(Taxonomy taxonomy, Faults faults) {
    this.taxonomy = taxonomy;
    this.faults = faults;
  }

  CallMenu menu(JsonNode file) {
    List<CallMenu.Group> groups = new ArrayList<>();
    for (JsonNode group : file.path("groups").values()) {
      String label = group.path("label").asString("");
      List<CallMenu.Item> items = new ArrayList<>();
      group.path("topics").values().forEach(id -> topic(id.asString("")).ifPresent(items::add));
      for (Map.Entry<String, JsonNode> talk : group.path("talk").properties()) {
        talk(talk.getKey(), talk.getValue().asString("")).ifPresent(items::add);
      }
      if (label.isBlank() || items.isEmpty() || items.size() > CallMenu.MOST_CHOICES) {
        faults.add(
            "groups", "a group has a label and 1 to " + CallMenu.MOST_CHOICES + " items: " + label);
      }
      groups.add(new CallMenu.Group(label, items));
    }
    if (groups.isEmpty() || groups.size() > CallMenu.MOST_CHOICES) {
      faults.add("groups", "there are 1 to " + CallMenu.MOST_CHOICES + " groups");
    }
    for (Taxonomy.Topic topic : taxonomy.topics()) {
      if (!seen.contains(topic.id())) {
        faults.add("groups", topic.id() + " is in no group, so no key reaches it");
      }
    }
    return new CallMenu(groups);
  }

  private Optional<CallMenu.Item> topic(String id) {
    Optional<Taxonomy.Topic> topic = taxonomy.topic(id);
    if (topic.isEmpty()) {
      faults.add("groups", id + " is not a topic of taxonomy.yaml");
    } else if (!seen.add(id)) {
      faults.add("groups", id + " is there twice");
    }
    return topic.map(known -> new CallMenu.Item(new Intent.Find(id), known.label()));
  }

  private Optional<CallMenu.Item> talk(String id, String label) {
    try {
      return Optional.of(new CallMenu.Item(Intent.of(id), label));
    } catch (IllegalArgumentException e) {
      faults.add("groups", id + " is not an intent");
      return Optional.empty();
    }
  }
}
