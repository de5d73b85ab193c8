package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.Optional;
import org.carersignpost.dialogue.Calling;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Priority;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A conversation as JSON, and back. Its id is not written: it is the name of the key it lies
/// under.
final class ConversationJson {
  private ConversationJson() {}

  static ObjectNode write(Conversation conversation) {
    ObjectNode node = Json.object();
    node.set("ownership", ownership(conversation.ownership()));
    conversation.routing().ifPresent(routing -> node.set("routing", routing(routing)));
    node.put("priority", conversation.priority().name());
    Json.putSlots(node, "slots", conversation.slots());
    Json.putTexts(node, "topics", conversation.topics());
    conversation.offer().ifPresent(offer -> node.set("offer", offer(offer)));
    conversation.question().ifPresent(question -> node.put("question", question.name()));
    conversation.placesAsked().ifPresent(places -> node.put("placesAsked", places));
    Json.putNumber(node, "misses", conversation.misses());
    Json.putFlag(node, "noticeGiven", conversation.noticeGiven());
    Json.putFlag(node, "optedOut", conversation.optedOut());
    Json.putTexts(node, "lastTexts", conversation.lastTexts());
    conversation.lastMessageAt().ifPresent(at -> Json.putInstant(node, "lastMessageAt", at));
    if (!conversation.calling().equals(Calling.NONE)) {
      node.set("calling", CallJson.calling(conversation.calling()));
    }
    conversation.toldIn().ifPresent(language -> node.put("toldIn", language));
    return node;
  }

  static Conversation read(JsonNode node, ConversationId id) {
    return new Conversation(
        id,
        Json.find(node, "ownership").map(ConversationJson::ownership).orElse(new Ownership.Bot()),
        Json.find(node, "routing").map(ConversationJson::routing),
        Json.oneOf(node, "priority", Priority.class).orElse(Priority.NORMAL),
        Json.slots(node, "slots"),
        Json.texts(node, "topics"),
        Json.find(node, "offer").map(ConversationJson::offer),
        Json.oneOf(node, "question", Conversation.Question.class),
        Json.text(node, "placesAsked"),
        Json.number(node, "misses"),
        Json.flag(node, "noticeGiven"),
        Json.flag(node, "optedOut"),
        Json.texts(node, "lastTexts"),
        Json.instant(node, "lastMessageAt"),
        Json.find(node, "calling").map(CallJson::calling).orElse(Calling.NONE),
        Json.text(node, "toldIn"));
  }

  private static ObjectNode ownership(Ownership ownership) {
    ObjectNode node = Json.object().put("state", ownership.state());
    switch (ownership) {
      case Ownership.Bot() -> {}
      case Ownership.Waiting(var since) -> Json.putInstant(node, "since", since);
      case Ownership.Staff(var name, var since, var owedSince) -> {
        Json.putInstant(node.put("name", name), "since", since);
        owedSince.ifPresent(owed -> Json.putInstant(node, "owedSince", owed));
      }
      case Ownership.Closed(var at, var replyOwed) -> {
        Json.putInstant(node, "at", at);
        Json.putFlag(node, "replyOwed", replyOwed);
      }
    }
    return node;
  }

  private static Ownership ownership(JsonNode node) {
    Optional<Instant> since = Json.instant(node, "since");
    String state = Json.textOr(node, "state", "bot");
    return switch (state) {
      case "bot" -> new Ownership.Bot();
      case "waiting" -> new Ownership.Waiting(since.orElse(Instant.EPOCH));
      case "staff" ->
          new Ownership.Staff(
              Json.textOr(node, "name", ""),
              since.orElse(Instant.EPOCH),
              Json.instant(node, "owedSince"));
      case "closed" ->
          new Ownership.Closed(
              Json.instant(node, "at").orElse(Instant.EPOCH), Json.flag(node, "replyOwed"));
      default -> throw new IllegalArgumentException("no ownership has the state " + state);
    };
  }

  private static ObjectNode routing(Conversation.Routing routing) {
    ObjectNode node = Json.object().put("team", routing.team());
    Json.putFlag(node, "byStaff", routing.byStaff());
    return node;
  }

  private static Conversation.Routing routing(JsonNode node) {
    return new Conversation.Routing(Json.textOr(node, "team", ""), Json.flag(node, "byStaff"));
  }

  private static ObjectNode offer(Conversation.Offer offer) {
    ObjectNode node = Json.object().put("utterance", offer.utterance());
    Json.putTopics(node, "topics", offer.topics());
    Json.putTexts(node, "shown", offer.shown());
    Json.putTexts(node, "seen", offer.seen());
    return node;
  }

  private static Conversation.Offer offer(JsonNode node) {
    return new Conversation.Offer(
        Json.textOr(node, "utterance", ""),
        Json.topics(node, "topics"),
        Json.texts(node, "shown"),
        Json.texts(node, "seen"));
  }
}
