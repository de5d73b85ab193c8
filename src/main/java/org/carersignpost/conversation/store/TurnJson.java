package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.List;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A whole turn as JSON, and back, for keeping it outside Redis while that is away.
public final class TurnJson {
  private TurnJson() {}

  /// The turn, not sealed.
  public static byte[] write(TakenTurn taken) {
    ObjectNode node = Json.object();
    node.put("conversation", taken.conversation().value());
    taken.number().ifPresent(number -> node.put("number", number));
    node.set("message", message(taken.message()));
    node.set("meaning", MeaningJson.write(taken.meaning()));
    node.set("next", ConversationJson.write(taken.turn().next()));
    Json.putTexts(node, "texts", taken.turn().texts());
    ArrayNode effects = node.putArray("effects");
    taken.turn().effects().forEach(effect -> effects.add(effect(effect)));
    node.put("decidedBy", taken.turn().decidedBy());
    taken.turn().spoken().ifPresent(spoken -> node.set("spoken", CallJson.spoken(spoken)));
    return Json.bytes(node);
  }

  /// The turn that was written.
  ///
  /// @throws RuntimeException if it is not a turn in any format that was ever written
  public static TakenTurn read(byte[] json) {
    JsonNode node = Json.tree(json);
    ConversationId id = new ConversationId(node.required("conversation").asString());
    Conversation next = ConversationJson.read(node.path("next"), id);
    List<Effect> effects = Json.list(node, "effects", TurnJson::effect);
    return new TakenTurn(
        message(node.required("message")),
        Json.text(node, "number"),
        MeaningJson.read(node.path("meaning")),
        new Turn(
            next,
            Json.texts(node, "texts"),
            effects,
            Json.textOr(node, "decidedBy", ""),
            Json.find(node, "spoken").map(CallJson::spoken)));
  }

  private static ObjectNode message(InboundMessage message) {
    ObjectNode node =
        Json.object()
            .put("id", message.id().value())
            .put("channel", message.channel().name())
            .put("from", message.from().name())
            .put("utterance", message.utterance());
    Json.putInstant(node, "at", message.at());
    Json.putNumber(node, "media", message.mediaCount());
    message.optOut().ifPresent(word -> node.put("optOut", word.name()));
    message.call().ifPresent(step -> node.set("call", CallJson.step(step)));
    return node;
  }

  private static InboundMessage message(JsonNode node) {
    return new InboundMessage(
        new MessageId(node.required("id").asString()),
        Json.oneOf(node, "channel", Channel.class).orElse(Channel.SMS),
        Json.oneOf(node, "from", InboundMessage.Sender.class).orElse(InboundMessage.Sender.MOBILE),
        Json.instant(node, "at").orElse(Instant.EPOCH),
        Json.textOr(node, "utterance", ""),
        Json.number(node, "media"),
        Json.oneOf(node, "optOut", InboundMessage.OptOut.class),
        Json.find(node, "call").map(CallJson::step));
  }

  private static ObjectNode effect(Effect effect) {
    return switch (effect) {
      case Effect.Handoff(var priority, var reason) ->
          Json.object()
              .put("type", "handoff")
              .put("priority", priority.name())
              .put("reason", reason);
      case Effect.SendText(var text) -> Json.object().put("type", "send-text").put("text", text);
      case Effect.OptOut() -> Json.object().put("type", "opt-out");
      case Effect.OptIn() -> Json.object().put("type", "opt-in");
    };
  }

  private static Effect effect(JsonNode node) {
    String type = Json.textOr(node, "type", "");
    return switch (type) {
      case "handoff" ->
          new Effect.Handoff(
              Json.oneOf(node, "priority", Priority.class).orElse(Priority.NORMAL),
              Json.textOr(node, "reason", ""));
      case "send-text" -> new Effect.SendText(Json.textOr(node, "text", ""));
      case "opt-out" -> new Effect.OptOut();
      case "opt-in" -> new Effect.OptIn();
      default -> throw new IllegalArgumentException("no effect has the type " + type);
    };
  }
}
