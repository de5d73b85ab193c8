package org.carersignpost.knowledge.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.knowledge.feeds.FeedFile.Entry;
import org.carersignpost.knowledge.feeds.FeedFile.Line;
import org.carersignpost.knowledge.feeds.FeedFile.Manifest;
import org.carersignpost.knowledge.feeds.FeedFile.SetAside;
import org.carersignpost.knowledge.files.ServiceRecords;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The lines of a feed's file, each an object in JSON with its `kind`.
final class FeedLines {
  /// Also reads the answers of feeds: prices keep their decimals.
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String KIND = "kind";
  private static final String RECORD = "record";
  private static final String ASIDE = "set-aside";

  private FeedLines() {}

  static String of(Manifest manifest) {
    ObjectNode line = JSON.createObjectNode().put(KIND, "manifest");
    line.put("feed", manifest.feed()).put("url", manifest.url()).put("version", manifest.version());
    line.put("run", manifest.run()).put("at", manifest.at().toString());
    line.put("full_at", manifest.fullAt().toString()).put("complete", manifest.complete());
    manifest.etag().ifPresent(etag -> line.put("etag", etag));
    manifest.lastModified().ifPresent(date -> line.put("last_modified", date));
    manifest.licence().ifPresent(licence -> line.put("licence", licence));
    manifest.areas().forEach(line.putArray("areas")::add);
    line.put("rules", manifest.rules());
    line.put("records", manifest.records()).put("set_aside", manifest.setAside());
    return line.toString();
  }

  static String of(Line line) {
    ObjectNode node = JSON.createObjectNode();
    switch (line) {
      case Entry entry -> {
        start(node, RECORD, entry.id(), entry.mark(), entry.fetched());
        node.put("missing", entry.missing());
        node.set(RECORD, ServiceRecords.tree(entry.service()));
      }
      case SetAside aside -> {
        start(node, ASIDE, aside.id(), aside.mark(), aside.fetched());
        node.put("name", aside.name());
        aside.reasons().forEach(node.putArray("reasons")::add);
      }
    }
    return node.toString();
  }

  private static void start(ObjectNode node, String kind, String id, String mark, Instant fetched) {
    node.put(KIND, kind).put("id", id).put("mark", mark).put("fetched", fetched.toString());
  }

  static Optional<Manifest> manifest(@Nullable String text) {
    return tree(text)
        .filter(line -> is(line, "manifest"))
        .flatMap(line -> {
          Optional<Instant> at = instant(line, "at");
          Optional<Instant> full = instant(line, "full_at");
          if (at.isEmpty() || full.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(
              new Manifest(
                  Fields.text(line, "feed").orElse(""),
                  Fields.text(line, "url").orElse(""),
                  Fields.text(line, "version").orElse(""),
                  Fields.wholeNumber(line, "run").orElse(0),
                  at.get(),
                  full.get(),
                  Fields.isTrue(line, "complete"),
                  Fields.text(line, "etag"),
                  Fields.text(line, "last_modified"),
                  Fields.text(line, "licence"),
                  words(line, "areas"),
                  Fields.text(line, "rules").orElse(""),
                  Fields.wholeNumber(line, "records").orElse(0),
                  Fields.wholeNumber(line, "set_aside").orElse(0)));
        });
  }

  /// What a line says before it comes to the record itself, which is slow to read.
  ///
  /// @param isRecord whether it holds a record that was taken
  record Head(boolean isRecord, String id, String mark, Instant fetched, int missing) {}

  static Optional<Head> head(String text) {
    ObjectNode fields = JSON.createObjectNode();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!value.isScalarValue()) {
          break;
        }
        fields.put(name, parser.getString());
      }
    } catch (JacksonException e) {
      return Optional.empty();
    }
    return Optional.of(
        new Head(
            is(fields, RECORD),
            Fields.text(fields, "id").orElse(""),
            Fields.text(fields, "mark").orElse(""),
            instant(fields, "fetched").orElse(Instant.EPOCH),
            Fields.wholeNumber(fields, "missing").orElse(0)));
  }

  /// What a line holds; empty when it is damaged.
  static Optional<Line> line(String text) {
    return tree(text)
        .flatMap(line -> {
          String id = Fields.text(line, "id").orElse("");
          String mark = Fields.text(line, "mark").orElse("");
          Instant fetched = instant(line, "fetched").orElse(Instant.EPOCH);
          if (is(line, RECORD)) {
            int missing = Fields.wholeNumber(line, "missing").orElse(0);
            return ServiceRecords.of(line.path(RECORD))
                .map(service -> new Entry(id, mark, fetched, missing, service));
          }
          return is(line, ASIDE)
              ? Optional.of(
                  new SetAside(
                      id,
                      mark,
                      fetched,
                      Fields.text(line, "name").orElse(""),
                      words(line, "reasons")))
              : Optional.empty();
        });
  }

  private static boolean is(JsonNode line, String kind) {
    return Fields.text(line, KIND).equals(Optional.of(kind));
  }

  private static Optional<JsonNode> tree(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(JSON.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(JsonNode line, String name) {
    try {
      return Fields.text(line, name).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> words(JsonNode line, String name) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : line.path(name)) {
      words.add(word.asString());
    }
    return words;
  }
}
