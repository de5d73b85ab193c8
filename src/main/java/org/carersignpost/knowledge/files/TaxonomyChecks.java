package org.carersignpost.knowledge.files;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether the words of the directory fit together.
final class TaxonomyChecks {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private TaxonomyChecks() {}

  static void check(Taxonomy taxonomy, Faults faults) {
    ids("topics", taxonomy.topics().stream().map(Taxonomy.Topic::id).toList(), faults);
    ids("conditions", taxonomy.conditions().stream().map(Taxonomy.Condition::id).toList(), faults);
    ids("relations", taxonomy.relations().stream().map(Taxonomy.Relation::id).toList(), faults);
    TextChecks text = new TextChecks(faults);
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      text.texted("topics[" + i + "].label", taxonomy.topics().get(i).label());
    }
    for (int i = 0; i < taxonomy.conditions().size(); i++) {
      String topic = taxonomy.conditions().get(i).topic();
      if (taxonomy.topic(topic).isEmpty()) {
        faults.add("conditions[" + i + "].topic", topic + " is not one of the topics");
      }
    }
  }

  private static void ids(String list, List<String> ids, Faults faults) {
    if (ids.isEmpty()) {
      faults.add(list, "is missing");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!ID.matcher(ids.get(i)).matches()) {
        faults.add(list + "[" + i + "].id", ids.get(i) + " is not small letters with hyphens");
      } else if (!seen.add(ids.get(i))) {
        faults.add(list + "[" + i + "].id", ids.get(i) + " is there twice");
      }
    }
  }
}
