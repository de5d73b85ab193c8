package org.carersignpost.knowledge.openreferral;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carersignpost.knowledge.files.Attribute;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;
import org.carersignpost.knowledge.files.TaxonomyTerm;

/// Every word that services are sorted by: all topics of our own taxonomy, and what records name of
/// others.
///
/// A term has one id everywhere: the one that records carry for it, or where none does a made one.
final class Terms {
  private static final String ABOUT_CARER_NEEDS =
      "What people who look after somebody unpaid may need, and what those they look after live with.";

  private final Map<Key, Term> terms = new LinkedHashMap<>();

  private record Key(String taxonomy, String code) {}

  /// A taxonomy.
  ///
  /// @param name as terms name it, such as `carer-needs`
  record PublishedTaxonomy(UUID id, String name, String description) {
    static PublishedTaxonomy of(String name) {
      String description =
          name.equals(Taxonomy.CARER_NEEDS)
              ? ABOUT_CARER_NEEDS
              : "Terms of " + name + " that services of this directory carry.";
      return new PublishedTaxonomy(NamedIds.taxonomy(name), name, description);
    }
  }

  /// A term, the same wherever it stands.
  record Term(
      UUID id,
      PublishedTaxonomy taxonomy,
      String code,
      String name,
      String description,
      Optional<UUID> parent,
      Optional<String> uri) {}

  Terms(KnowledgeBase base) {
    Map<Key, List<TaxonomyTerm>> carried = carried(base.services());
    for (Taxonomy.Topic topic : base.taxonomy().topics()) {
      Key key = new Key(Taxonomy.CARER_NEEDS, topic.id());
      List<TaxonomyTerm> same = Optional.ofNullable(carried.remove(key)).orElse(List.of());
      terms.put(key, term(key, same, topic.name(), topic.description()));
    }
    carried.forEach((key, same) -> {
      TaxonomyTerm first = same.getFirst();
      terms.put(key, term(key, same, first.name(), first.description()));
    });
  }

  private static Map<Key, List<TaxonomyTerm>> carried(List<ServiceRecord> services) {
    Map<Key, List<TaxonomyTerm>> carried = new LinkedHashMap<>();
    services.stream()
        .flatMap(service -> service.attributes().stream())
        .map(Attribute::taxonomyTerm)
        .forEach(term ->
            carried
                .computeIfAbsent(new Key(term.taxonomy(), term.code()), _ -> new ArrayList<>())
                .add(term));
    return carried;
  }

  private static Term term(Key key, List<TaxonomyTerm> same, String name, String description) {
    return new Term(
        commonId(same).orElseGet(() -> NamedIds.term(key.taxonomy(), key.code())),
        PublishedTaxonomy.of(key.taxonomy()),
        key.code(),
        name,
        description,
        same.stream().flatMap(term -> term.parentId().stream()).findFirst(),
        same.stream().flatMap(term -> term.termUri().stream()).findFirst());
  }

  /// Should records ever differ, the id that most of them carry, and of several the smallest.
  private static Optional<UUID> commonId(List<TaxonomyTerm> same) {
    Map<UUID, Integer> counts = new HashMap<>();
    same.forEach(term -> counts.merge(term.id(), 1, Integer::sum));
    return counts.entrySet().stream()
        .min(
            Map.Entry.<UUID, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().toString()))
        .map(Map.Entry::getKey);
  }

  /// What stands for a term of a record.
  Term of(TaxonomyTerm term) {
    return Optional.ofNullable(terms.get(new Key(term.taxonomy(), term.code()))).orElseThrow();
  }

  Collection<Term> all() {
    return List.copyOf(terms.values());
  }

  /// Our own and every other that has a term.
  List<PublishedTaxonomy> taxonomies() {
    return terms.values().stream().map(Term::taxonomy).distinct().toList();
  }
}
