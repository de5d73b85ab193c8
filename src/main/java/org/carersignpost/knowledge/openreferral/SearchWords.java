package org.carersignpost.knowledge.openreferral;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.carersignpost.knowledge.files.PhoneNumbers;
import tools.jackson.databind.JsonNode;

/// The words of a text or a record as searches compare them: lower case, by their English stems,
/// each once.
///
/// Only what is published can be found, so that no search tells anything else.
final class SearchWords {
  private static final Analyzer ENGLISH = new EnglishAnalyzer(CharArraySet.EMPTY_SET);

  /// What is written for programs: nobody means every service when asking for `carers`, because its
  /// terms are of `carer-needs`.
  private static final Set<String> FOR_PROGRAMS =
      Set.of(
          "id",
          "status",
          "type",
          "taxonomy",
          "link_type",
          "location_type",
          "address_type",
          "extent_type",
          "identifier_scheme",
          "freq",
          "byday",
          "bank_holidays",
          "uri");

  private SearchWords() {}

  static Set<String> of(String text) {
    Set<String> words = new HashSet<>();
    try (TokenStream stream = ENGLISH.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Set.copyOf(words);
  }

  /// The words of all texts in a record that are for people; phone numbers also as people read
  /// them.
  static Set<String> of(JsonNode record) {
    StringBuilder text = new StringBuilder();
    gather("", record, text);
    return of(text.toString());
  }

  private static void gather(String name, JsonNode value, StringBuilder text) {
    if (value.isArray()) {
      value.forEach(element -> gather(name, element, text));
    } else if (value.isObject()) {
      value.properties().forEach(field -> gather(field.getKey(), field.getValue(), text));
    } else if (value.isString() && !FOR_PROGRAMS.contains(name) && !name.endsWith("_id")) {
      text.append(value.stringValue()).append('\n');
      if (name.equals("number")) {
        PhoneNumbers.parse(value.stringValue())
            .ifPresent(number -> text.append(number.reading()).append('\n'));
      }
    }
  }
}
