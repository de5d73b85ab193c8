package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;

/// What of the records is indexed, and under which field.
final class Documents {
  /// The field of a phrase.
  static final String PHRASE = "phrase";

  /// Holds the ordinal of the service that a document is of; also the kind of its phrases.
  static final String SERVICE = "service";

  /// Holds the ordinal of the guide that a document is of; also the kind of its phrases.
  static final String GUIDE = "guide";

  private Documents() {}

  static Document ofService(ServiceRecord service, int ordinal, Taxonomy taxonomy) {
    StringJoiner topics = new StringJoiner(". ");
    service.topics().forEach(id -> taxonomy.topic(id).ifPresent(topic -> topics.add(topic.name())));
    Document document = new Document();
    document.add(new NumericDocValuesField(SERVICE, ordinal));
    add(document, "name", service.name());
    add(document, "name", service.alternateName());
    service.signpost().keywords().forEach(keyword -> add(document, "keywords", keyword));
    add(document, "offer", service.signpost().text());
    add(document, "offer", service.signpost().spoken());
    add(document, "description", service.description());
    service.eligibilityDescription().ifPresent(text -> add(document, "eligibility", text));
    add(document, "organisation", service.organization().name());
    add(document, "topics", topics.toString());
    return document;
  }

  static Document ofPhrase(String kind, int ordinal, String phrase) {
    Document document = new Document();
    document.add(new NumericDocValuesField(kind, ordinal));
    add(document, PHRASE, phrase);
    return document;
  }

  private static void add(Document document, String field, String text) {
    document.add(new TextField(field, text, Field.Store.NO));
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
  static List<String> prose(KnowledgeBase base, List<ServiceRecord> services) {
    List<String> prose = new ArrayList<>();
    for (ServiceRecord service : services) {
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
  static List<String> known(KnowledgeBase base, List<ServiceRecord> services) {
    List<String> known = new ArrayList<>(base.synonyms());
    services.forEach(service -> known.addAll(service.signpost().keywords()));
    base.taxonomy().relations().forEach(relation -> known.addAll(relation.words()));
    base.areas().all().forEach(area -> known.add(area.name()));
    return known;
  }
}
