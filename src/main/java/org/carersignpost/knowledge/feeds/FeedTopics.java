package org.carersignpost.knowledge.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carersignpost.knowledge.files.Attribute;
import org.carersignpost.knowledge.files.FeedTerms;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.Taxonomy;
import org.carersignpost.knowledge.files.TaxonomyTerm;
import tools.jackson.databind.JsonNode;

/// The topics of a service, from the terms it carries; counts the terms that mean none.
final class FeedTopics {
  private static final int MOST_TOPICS = 8;
  private static final int MOST_KEYWORDS = 20;
  private static final int LONGEST_KEYWORD = 60;
  private static final int MOST_UNKNOWN = 2_000;

  private final KnowledgeBase base;
  private final FeedTerms terms;
  private final Map<String, TaxonomyTerm> ours = new HashMap<>();
  private final Map<String, Integer> unknown = new HashMap<>();

  FeedTopics(KnowledgeBase base, FeedTerms terms) {
    this.base = base;
    this.terms = terms;
    base.services().stream()
        .flatMap(service -> service.attributes().stream())
        .map(Attribute::taxonomyTerm)
        .filter(term -> term.taxonomy().equals(Taxonomy.CARER_NEEDS))
        .forEach(term -> ours.putIfAbsent(term.code(), term));
  }

  /// The terms that meant no topic so far, and on how many records.
  Map<String, Integer> unknown() {
    return Map.copyOf(unknown);
  }

  List<Attribute> of(JsonNode tree, UUID service) {
    Set<String> topics = new LinkedHashSet<>();
    for (JsonNode attribute : Fields.objects(tree, "attributes")) {
      JsonNode term = attribute.path("taxonomy_term");
      Optional<String> topic = topic(term);
      topic.ifPresent(topics::add);
      if (topic.isEmpty()) {
        name(term).ifPresent(this::count);
      }
    }
    return topics.stream().limit(MOST_TOPICS).map(topic -> attribute(topic, service)).toList();
  }

  /// The names of all its terms: words that may find it.
  static List<String> keywords(JsonNode tree) {
    return Fields.objects(tree, "attributes").stream()
        .flatMap(attribute -> name(attribute.path("taxonomy_term")).stream())
        .filter(name -> name.length() <= LONGEST_KEYWORD)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .limit(MOST_KEYWORDS)
        .toList();
  }

  private Optional<String> topic(JsonNode term) {
    if (Fields.text(term, "taxonomy").equals(Optional.of(Taxonomy.CARER_NEEDS))) {
      Optional<String> code =
          Fields.text(term, "code").filter(id -> base.taxonomy().topic(id).isPresent());
      if (code.isPresent()) {
        return code;
      }
    }
    List<String> words = new ArrayList<>();
    List.of("name", "term", "code")
        .forEach(field -> Fields.text(term, field).ifPresent(words::add));
    return words.stream().flatMap(word -> terms.topic(word).stream()).findFirst();
  }

  private static Optional<String> name(JsonNode term) {
    return Fields.text(term, "name")
        .or(() -> Fields.text(term, "term"))
        .map(PlainText::of)
        .filter(n -> !n.isEmpty());
  }

  private void count(String term) {
    if (unknown.size() < MOST_UNKNOWN || unknown.containsKey(term)) {
      unknown.merge(Guard.shown(term), 1, Integer::sum);
    }
  }

  private Attribute attribute(String id, UUID service) {
    TaxonomyTerm term = ours.computeIfAbsent(id, this::term);
    return new Attribute(Ids.made(service.toString(), "topic", id), service, "service", term);
  }

  private TaxonomyTerm term(String id) {
    Taxonomy.Topic topic = base.taxonomy().topic(id).orElseThrow();
    return new TaxonomyTerm(
        Ids.made(Taxonomy.CARER_NEEDS, id),
        topic.name(),
        topic.description(),
        Taxonomy.CARER_NEEDS,
        id,
        Optional.empty(),
        Optional.empty());
  }
}
