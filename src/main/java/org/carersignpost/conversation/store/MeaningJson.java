package org.carersignpost.conversation.store;

import java.util.Locale;
import java.util.OptionalInt;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Risk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An interpretation as JSON, and back.
final class MeaningJson {
  private MeaningJson() {}

  static ObjectNode write(Interpretation meaning) {
    ObjectNode node = Json.object();
    if (!meaning.risks().isEmpty()) {
      ArrayNode risks = node.putArray("risks");
      meaning
          .risks()
          .forEach(
              risk -> risks.addArray().add(risk.level().name()).add(risk.kind()).add(risk.rule()));
    }
    node.put("intent", meaning.intent().id()).put("confidence", meaning.confidence());
    Json.putTopics(node, "topics", meaning.topics());
    Json.putSlots(node, "slots", meaning.slots());
    meaning.choice().ifPresent(choice -> node.put("choice", choice));
    Json.putFlag(node, "distressed", meaning.distressed());
    Json.putTexts(node, "wishes", meaning.wishes().stream().map(Intent::id).toList());
    Json.putTexts(node, "readings", meaning.readings());
    meaning.language().ifPresent(language -> node.put("language", language));
    return node;
  }

  static Interpretation read(JsonNode node) {
    return new Interpretation(
        Json.list(node, "risks", MeaningJson::risk),
        Json.text(node, "intent").map(Intent::of).orElse(Intent.Talk.UNCLEAR),
        node.path("confidence").asDouble(0),
        Json.topics(node, "topics"),
        Json.slots(node, "slots"),
        node.has("choice") ? OptionalInt.of(node.path("choice").asInt()) : OptionalInt.empty(),
        Json.flag(node, "distressed"),
        Json.texts(node, "wishes").stream().map(MeaningJson::wish).toList(),
        Json.texts(node, "readings"),
        Json.text(node, "language"));
  }

  private static Intent.Talk wish(String id) {
    return Intent.Talk.valueOf(id.toUpperCase(Locale.ROOT));
  }

  private static Risk risk(JsonNode node) {
    return new Risk(
        Risk.Level.valueOf(node.path(0).asString()),
        node.path(1).asString(),
        node.path(2).asString());
  }
}
