package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;

/// What of the records is indexed, and under which field.
final class Documents {
  /// Every word of a service.
  static final String ALL = "all";

  /// The areas that a service names.
  static final String AREA = "area";

  /// How much each topic is what a service is for.
  static final String TOPIC = "topic";

  /// How much a service knows of each condition.
  static final String CONDITION = "condition";

  /// How far a record can be relied upon.
  static final String QUALITY = "quality";

  private Documents() {}

  static Document of(Listing listing, Taxonomy taxonomy) {
    ServiceRecord service = listing.record();
    StringJoiner topics = new StringJoiner(". ");
    service.topics().forEach(id -> taxonomy.topic(id).ifPresent(topic -> topics.add(topic.name())));
    Document document = new Document();
    add(document, "name", service.name());
    add(document, "name", service.alternateName());
    service.signpost().keywords().forEach(keyword -> add(document, "keywords", keyword));
    add(document, "offer", service.signpost().text());
    add(document, "offer", service.signpost().spoken());
    add(document, "description", service.description());
    service.eligibilityDescription().ifPresent(text -> add(document, "eligibility", text));
    add(document, "organisation", service.organization().name());
    add(document, "topics", topics.toString());
    for (String area : listing.covered().names()) {
      document.add(new StringField(AREA, area, Field.Store.NO));
    }
    addFeatures(document, listing);
    return document;
  }

  private static void addFeatures(Document document, Listing listing) {
    listing
        .topics()
        .forEach(
            (topic, share) -> document.add(new FeatureField(TOPIC, topic, share.floatValue())));
    listing
        .conditions()
        .forEach((id, known) -> document.add(new FeatureField(CONDITION, id, known.floatValue())));
    document.add(new FeatureField(QUALITY, QUALITY, listing.isDoubtful() ? 0.5f : 1f));
  }

  private static void add(Document document, String field, String text) {
    document.add(new TextField(field, text, Field.Store.NO));
    document.add(new TextField(ALL, text, Field.Store.NO));
  }

  /// What it is called, and its keywords.
  static List<String> phrases(ServiceRecord service) {
    List<String> phrases = new ArrayList<>(service.signpost().keywords());
    phrases.add(service.name());
    phrases.add(service.alternateName());
    return phrases;
  }

  /// The questions it answers.
  static List<String> phrases(GuideRecord guide) {
    List<String> phrases = new ArrayList<>(guide.questions());
    phrases.add(guide.title());
    return phrases;
  }

  /// Texts whose words are spelt right.
  static List<String> prose(KnowledgeBase base, List<Listing> listings) {
    List<String> prose = new ArrayList<>();
    for (Listing listing : listings) {
      ServiceRecord service = listing.record();
      prose.add(service.name());
      prose.add(service.alternateName());
      prose.add(service.description());
      prose.add(service.signpost().text());
      prose.add(service.signpost().spoken());
      service.eligibilityDescription().ifPresent(prose::add);
    }
    for (GuideRecord guide : base.guides()) {
      prose.add(guide.title());
      prose.add(guide.text());
      prose.add(guide.body());
    }
    base.taxonomy().topics().forEach(topic -> prose.add(topic.name() + ". " + topic.description()));
    base.taxonomy().conditions().forEach(condition -> prose.add(condition.name()));
    return prose;
  }

  /// Texts whose words need no mending, though some are misspelt on purpose.
  static List<String> known(KnowledgeBase base, List<Listing> listings) {
    List<String> known = new ArrayList<>(base.synonyms());
    listings.forEach(listing -> known.addAll(listing.record().signpost().keywords()));
    base.taxonomy().relations().forEach(relation -> known.addAll(relation.words()));
    base.areas().all().forEach(area -> known.add(area.name()));
    return known;
  }
}
