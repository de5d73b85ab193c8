package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.Optional;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.privacy.Seal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is put into Redis about a carer: JSON, sealed for the one place where it belongs.
final class SealedJson {
  /// Raised when a body's fields are laid out anew; bodies of every lower number must stay
  /// readable.
  private static final int FORMAT = 1;

  private final Seal seal;

  SealedJson(Seal seal) {
    this.seal = seal;
  }

  /// What lies in a conversation's body.
  ///
  /// @param conversation what is remembered
  /// @param number the carer's number in E.164 form
  record Body(Conversation conversation, Optional<String> number) {}

  /// An answer kept for repeats.
  ///
  /// @param at when the message was received
  /// @param given the very words
  record Answer(Instant at, Given given) {}

  byte[] body(Body body) {
    ObjectNode node = Json.object().put("format", FORMAT);
    body.number().ifPresent(number -> node.put("number", number));
    node.set("conversation", ConversationJson.write(body.conversation()));
    return seal.seal(Json.bytes(node), bodyContext(body.conversation().id()));
  }

  Body body(byte[] sealed, ConversationId id) {
    JsonNode node = Json.tree(seal.open(sealed, bodyContext(id)));
    return new Body(
        ConversationJson.read(node.path("conversation"), id), Json.text(node, "number"));
  }

  byte[] answer(Answer answer, ConversationId id, MessageId message) {
    ObjectNode node = Json.object();
    Json.putInstant(node, "at", answer.at());
    Json.putTexts(node, "texts", answer.given().texts());
    answer.given().spoken().ifPresent(spoken -> node.set("spoken", CallJson.spoken(spoken)));
    return seal.seal(Json.bytes(node), answerContext(id, message));
  }

  Answer answer(byte[] sealed, ConversationId id, MessageId message) {
    JsonNode node = Json.tree(seal.open(sealed, answerContext(id, message)));
    return new Answer(
        Json.instant(node, "at").orElse(Instant.EPOCH),
        new Given(Json.texts(node, "texts"), Json.find(node, "spoken").map(CallJson::spoken)));
  }

  byte[] message(StoredMessage message, ConversationId id) {
    return seal.seal(
        Json.bytes(MessageJson.write(message)), messageContext(id, message.sequence()));
  }

  StoredMessage message(byte[] sealed, ConversationId id, long sequence) {
    return MessageJson.read(Json.tree(seal.open(sealed, messageContext(id, sequence))), sequence);
  }

  private static String bodyContext(ConversationId id) {
    return "conversation:" + id.value();
  }

  private static String answerContext(ConversationId id, MessageId message) {
    return "answer:" + id.value() + ":" + message.value();
  }

  private static String messageContext(ConversationId id, long sequence) {
    return "message:" + id.value() + ":" + sequence;
  }
}
