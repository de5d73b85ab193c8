package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceRecord;

/// What of the records is indexed, and under which field.
final class Documents {
  /// Every term of a service.
  static final String TERMS = "terms";

  /// The areas that a service names, and [#ANY_LOCAL].
  static final String AREA = "area";

  /// The area of every service that is not for a whole nation.
  static final String ANY_LOCAL = "";

  /// How much each topic is what a service is for.
  static final String TOPIC = "topic";

  /// How much a service knows of each condition.
  static final String CONDITION = "condition";

  /// Of a topic of a record in doubt, so that between equals the sound one is chosen.
  private static final float DOUBTFUL = 0.9f;

  /// A description says first what it is about.
  private static final int MOST_SENTENCES = 3;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
  private static final FieldType COUNTED = new FieldType();

  static {
    COUNTED.setTokenized(true);
    COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    COUNTED.freeze();
  }

  private Documents() {}

  /// @param terms every term of the service
  static Document of(Listing listing, List<String> terms) {
    Document document = new Document();
    document.add(new Field(TERMS, new Terms(terms), COUNTED));
    for (String area : listing.covered().names()) {
      document.add(new StringField(AREA, area, Field.Store.NO));
    }
    if (!listing.covered().isNationwide()) {
      document.add(new StringField(AREA, ANY_LOCAL, Field.Store.NO));
    }
    float sound = listing.isDoubtful() ? DOUBTFUL : 1;
    listing
        .topics()
        .forEach((topic, share) ->
            document.add(new FeatureField(TOPIC, topic, share.floatValue() * sound)));
    listing
        .conditions()
        .forEach((id, known) -> document.add(new FeatureField(CONDITION, id, known.floatValue())));
    return document;
  }

  /// Terms that have been taken out of their texts already.
  private static final class Terms extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Iterator<String> next;

    Terms(List<String> terms) {
      this.next = terms.iterator();
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!next.hasNext()) {
        return false;
      }
      term.append(next.next());
      return true;
    }
  }

  /// The texts of a service that say what it is about.
  static List<String> gist(ServiceRecord service) {
    List<String> gist =
        new ArrayList<>(
            List.of(
                service.name() + ". " + service.alternateName(),
                service.signpost().text(),
                service.signpost().spoken(),
                String.join(". ", service.signpost().keywords())));
    gist.addAll(service.signpost().questions());
    Arrays.stream(SENTENCE_END.split(service.description()))
        .limit(MOST_SENTENCES)
        .forEach(gist::add);
    return gist;
  }

  /// The questions it answers.
  static List<String> phrases(GuideRecord guide) {
    List<String> phrases = new ArrayList<>(guide.questions());
    phrases.add(guide.title());
    return phrases;
  }

  /// The texts of a service whose words are spelt right.
  static Stream<String> prose(ServiceRecord service) {
    return Stream.concat(
        Stream.of(
            service.name(),
            service.alternateName(),
            service.description(),
            service.signpost().text(),
            service.signpost().spoken()),
        service.eligibilityDescription().stream());
  }

  /// The texts besides the services' whose words are spelt right.
  static List<String> prose(KnowledgeBase base) {
    List<String> prose = new ArrayList<>();
    for (GuideRecord guide : base.guides()) {
      prose.add(guide.title());
      prose.add(guide.text());
      prose.add(guide.body());
    }
    base.taxonomy().topics().forEach(topic -> prose.add(topic.name() + ". " + topic.description()));
    base.taxonomy().conditions().forEach(condition -> prose.add(condition.name()));
    return prose;
  }

  /// The texts besides the services' whose words need no mending, though some are misspelt on
  /// purpose.
  static List<String> known(KnowledgeBase base) {
    List<String> known = new ArrayList<>(base.synonyms());
    base.taxonomy().relations().forEach(relation -> known.addAll(relation.words()));
    base.areas().all().forEach(area -> known.add(area.name()));
    return known;
  }
}
