package org.carersignpost.knowledge.files;

import java.util.List;
import java.util.Optional;

/// The words of the directory, from `knowledge-base/taxonomy.yaml`.
///
/// @param topics what carers need
/// @param conditions what the person they look after lives with
/// @param relations who that person is to them
public record Taxonomy(List<Topic> topics, List<Condition> conditions, List<Relation> relations)
    implements OpenReferral {

  /// What [TaxonomyTerm#taxonomy] calls this taxonomy.
  public static final String CARER_NEEDS = "carer-needs";

  public Taxonomy {
    topics = List.copyOf(topics);
    conditions = List.copyOf(conditions);
    relations = List.copyOf(relations);
  }

  /// The topic of that id.
  public Optional<Topic> topic(String id) {
    return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
  }

  /// The condition of that id.
  public Optional<Condition> condition(String id) {
    return conditions.stream().filter(condition -> condition.id().equals(id)).findFirst();
  }

  /// The relation of that id.
  public Optional<Relation> relation(String id) {
    return relations.stream().filter(relation -> relation.id().equals(id)).findFirst();
  }

  /// What a carer may need.
  ///
  /// @param id such as `breaks-respite`
  /// @param name to be shown on a page
  /// @param label as said in the middle of a sentence
  /// @param urgency how pressing it is beside other needs: `now`, `soon`, `usual` or `background`;
  ///   absent for `usual`
  /// @param description what it covers
  public record Topic(
      String id, String name, String label, Optional<String> urgency, String description)
      implements OpenReferral {}

  /// What the person looked after lives with.
  ///
  /// @param id such as `parkinsons`
  /// @param name to be shown on a page
  /// @param topic the need to search under when nothing else is known
  /// @param words how carers name it, lower case, with common misspellings
  public record Condition(String id, String name, String topic, List<String> words)
      implements OpenReferral {
    public Condition {
      words = List.copyOf(words);
    }
  }

  /// Who the person looked after is to the carer.
  ///
  /// @param id such as `mother`
  /// @param name as said in the middle of a sentence
  /// @param group what kind of relation, such as `parent`
  /// @param words how carers name them, lower case, with common misspellings
  public record Relation(String id, String name, String group, List<String> words)
      implements OpenReferral {
    public Relation {
      words = List.copyOf(words);
    }
  }
}
