package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;

/// The texts of a service as terms, taken apart once.
///
/// @param terms by field: each of its texts as terms, in the order of the record
record ServiceTexts(Map<Field, List<List<String>>> terms) {

  /// Where words of a service stand, which says how much they mean.
  enum Field {
    NAME(Weights.NAME),
    KEYWORDS(Weights.KEYWORDS),
    QUESTIONS(Weights.QUESTIONS),
    OFFER(Weights.OFFER),
    DESCRIPTION(Weights.DESCRIPTION),
    ELIGIBILITY(Weights.ELIGIBILITY),
    ORGANISATION(Weights.ORGANISATION),
    TOPICS(Weights.TOPIC_NAMES);

    private final double weight;

    Field(double weight) {
      this.weight = weight;
    }

    double weight() {
      return weight;
    }
  }

  static ServiceTexts of(ServiceRecord service, Words words, Taxonomy taxonomy) {
    Map<Field, List<List<String>>> terms = new EnumMap<>(Field.class);
    texts(service, taxonomy)
        .forEach((field, texts) -> terms.put(field, texts.stream().map(words::terms).toList()));
    return new ServiceTexts(Collections.unmodifiableMap(terms));
  }

  private static Map<Field, List<String>> texts(ServiceRecord service, Taxonomy taxonomy) {
    Map<Field, List<String>> texts = new EnumMap<>(Field.class);
    texts.put(Field.NAME, List.of(service.name(), service.alternateName()));
    texts.put(Field.KEYWORDS, service.signpost().keywords());
    texts.put(Field.QUESTIONS, service.signpost().questions());
    texts.put(Field.OFFER, List.of(service.signpost().text(), service.signpost().spoken()));
    texts.put(Field.DESCRIPTION, List.of(service.description()));
    texts.put(Field.ELIGIBILITY, service.eligibilityDescription().stream().toList());
    texts.put(Field.ORGANISATION, List.of(service.organization().name()));
    texts.put(
        Field.TOPICS,
        service.topics().stream()
            .flatMap(id -> taxonomy.topic(id).stream())
            .map(Taxonomy.Topic::name)
            .toList());
    return texts;
  }

  List<List<String>> in(Field field) {
    return Optional.ofNullable(terms.get(field)).orElseGet(List::of);
  }

  /// What it is called, its keywords and its questions.
  List<List<String>> phrases() {
    List<List<String>> phrases = new ArrayList<>(in(Field.KEYWORDS));
    phrases.addAll(in(Field.QUESTIONS));
    phrases.addAll(in(Field.NAME));
    return phrases;
  }

  /// Every term, as often as it stands there.
  Stream<String> all() {
    return terms.values().stream().flatMap(List::stream).flatMap(List::stream);
  }
}
