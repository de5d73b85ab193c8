package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What all stored JSON has in common, so that the dialogue's types need to know nothing of it.
///
/// What is absent or empty is not written, and what is not there is read as absent: a field that an
/// older format lacks takes the value of a conversation just begun. A field never changes its
/// meaning; a new meaning gets a new name.
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectReader READER = MAPPER.reader();
  private static final ObjectWriter WRITER = MAPPER.writer();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(JsonNode node) {
    return WRITER.writeValueAsBytes(node);
  }

  /// @throws tools.jackson.core.JacksonException if it is not JSON
  static JsonNode tree(byte[] json) {
    return READER.readTree(json);
  }

  static Optional<JsonNode> find(JsonNode in, String name) {
    return in.optional(name).filter(node -> !node.isNull());
  }

  static Optional<String> text(JsonNode in, String name) {
    return find(in, name).map(JsonNode::asString);
  }

  static String textOr(JsonNode in, String name, String otherwise) {
    return text(in, name).orElse(otherwise);
  }

  static boolean flag(JsonNode in, String name) {
    return find(in, name).map(JsonNode::asBoolean).orElse(false);
  }

  static int number(JsonNode in, String name) {
    return find(in, name).map(JsonNode::asInt).orElse(0);
  }

  static <E extends Enum<E>> Optional<E> oneOf(JsonNode in, String name, Class<E> type) {
    return text(in, name).map(value -> Enum.valueOf(type, value));
  }

  static Optional<Instant> instant(JsonNode in, String name) {
    return find(in, name).map(Json::instant);
  }

  /// Moments are kept in milliseconds; the oldest bodies have them in words.
  private static Instant instant(JsonNode node) {
    return node.isString() ? Instant.parse(node.asString()) : Instant.ofEpochMilli(node.asLong());
  }

  static void putInstant(ObjectNode into, String name, Instant at) {
    into.put(name, at.toEpochMilli());
  }

  static <T> List<T> list(JsonNode in, String name, Function<JsonNode, T> each) {
    return find(in, name).map(nodes -> nodes.valueStream().map(each).toList()).orElse(List.of());
  }

  static List<String> texts(JsonNode in, String name) {
    return list(in, name, JsonNode::asString);
  }

  static void putTexts(ObjectNode into, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = into.putArray(name);
      texts.forEach(array::add);
    }
  }

  static void putFlag(ObjectNode into, String name, boolean value) {
    if (value) {
      into.put(name, true);
    }
  }

  static void putNumber(ObjectNode into, String name, int value) {
    if (value != 0) {
      into.put(name, value);
    }
  }

  static void putTopics(ObjectNode into, String name, List<TopicScore> topics) {
    if (!topics.isEmpty()) {
      ArrayNode array = into.putArray(name);
      topics.forEach(topic -> array.addArray().add(topic.topic()).add(topic.probability()));
    }
  }

  static List<TopicScore> topics(JsonNode in, String name) {
    return list(in, name, pair -> new TopicScore(pair.path(0).asString(), pair.path(1).asDouble()));
  }

  static void putSlots(ObjectNode into, String name, Slots slots) {
    if (slots.isEmpty()) {
      return;
    }
    ObjectNode node = into.putObject(name);
    slots.place().ifPresent(place -> putPlace(node, "place", place));
    slots.relation().ifPresent(relation -> node.put("relation", relation));
    slots.youngCarer().ifPresent(young -> node.put("youngCarer", young));
    putTexts(node, "conditions", slots.conditions());
    slots.carersPlace().ifPresent(place -> putPlace(node, "carersPlace", place));
    slots.otherPlace().ifPresent(place -> putPlace(node, "otherPlace", place));
    slots.postcode().ifPresent(postcode -> node.put("postcode", postcode));
    slots.carersAge().ifPresent(age -> node.put("carersAge", age));
    slots.caredForAge().ifPresent(age -> node.put("caredForAge", age));
    slots.phone().ifPresent(phone -> node.put("phone", phone));
    slots.ringTime().ifPresent(time -> node.put("ringTime", time));
  }

  private static void putPlace(ObjectNode into, String name, Place place) {
    ObjectNode where = into.putObject(name).put("name", place.name());
    putTexts(where, "areas", place.areas());
    where.put("kind", place.kind().name()).put("council", place.council());
  }

  static Slots slots(JsonNode in, String name) {
    return find(in, name)
        .map(node ->
            new Slots(
                find(node, "place").map(Json::place),
                text(node, "relation"),
                find(node, "youngCarer").map(JsonNode::asBoolean),
                texts(node, "conditions"),
                find(node, "carersPlace").map(Json::place),
                find(node, "otherPlace").map(Json::place),
                text(node, "postcode"),
                find(node, "carersAge").map(JsonNode::asInt),
                find(node, "caredForAge").map(JsonNode::asInt),
                text(node, "phone"),
                text(node, "ringTime")))
        .orElse(Slots.NONE);
  }

  private static Place place(JsonNode node) {
    return new Place(
        textOr(node, "name", ""),
        texts(node, "areas"),
        oneOf(node, "kind", Place.Kind.class).orElse(Place.Kind.TOWN),
        textOr(node, "council", ""));
  }
}
