package org.carersignpost.channel.voice;

import java.util.Optional;
import java.util.OptionalDouble;
import org.carersignpost.dialogue.Heard;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A step of a call as it leaves a ConversationRelay session: what Twilio calls `HandoffData` and
/// brings to the action of `<Connect>`. With it the same step can be taken once more, which gives
/// the same words, now as a document.
///
/// @param number which step of the call it is, from 0
/// @param heard what the step brought: the beginning, words, keys or nothing
/// @param words what was said, perhaps nothing
record HandoffData(int number, Heard heard, String words) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String STEP = "step";
  private static final String WORDS = "words";
  private static final String KEYS = "keys";

  String write() {
    ObjectNode node = MAPPER.createObjectNode().put(STEP, number);
    if (heard instanceof Heard.Words) {
      node.put(WORDS, words);
    } else if (heard instanceof Heard.Keys(var digits)) {
      node.put(KEYS, digits);
    }
    return MAPPER.writeValueAsString(node);
  }

  /// Reads what was written; empty if it is anything else.
  static Optional<HandoffData> read(String written) {
    try {
      JsonNode node = MAPPER.readTree(written);
      JsonNode step = node.path(STEP);
      if (!step.isInt() || step.asInt() < 0) {
        return Optional.empty();
      }
      String words = node.path(WORDS).asString("");
      String keys = node.path(KEYS).asString("");
      return Optional.of(new HandoffData(step.asInt(), heard(step.asInt(), words, keys), words));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Heard heard(int step, String words, String keys) {
    if (!words.isBlank()) {
      return new Heard.Words(OptionalDouble.empty());
    }
    if (!keys.isEmpty()) {
      return new Heard.Keys(keys);
    }
    return step == 0 ? new Heard.Began() : new Heard.Nothing();
  }
}
