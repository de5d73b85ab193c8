package org.carersignpost.conversation.store;

import java.time.Instant;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.outbox.OutgoingId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A message as JSON, and back. Its sequence is not written: it is its place in the list.
final class MessageJson {
  private MessageJson() {}

  static ObjectNode write(StoredMessage message) {
    ObjectNode node =
        Json.object()
            .put("from", message.from().name())
            .put("text", message.text())
            .put("channel", message.channel().name());
    Json.putInstant(node, "at", message.at());
    message.heard().ifPresent(heard -> node.set("heard", heard(heard)));
    message
        .written()
        .ifPresent(written -> {
          node.put("by", written.by());
          written.outgoing().ifPresent(outgoing -> node.put("outgoing", outgoing.value()));
        });
    return node;
  }

  static StoredMessage read(JsonNode node, long sequence) {
    return new StoredMessage(
        sequence,
        Json.instant(node, "at").orElse(Instant.EPOCH),
        Json.oneOf(node, "from", StoredMessage.Author.class).orElse(StoredMessage.Author.CARER),
        Json.textOr(node, "text", ""),
        Json.oneOf(node, "channel", Channel.class).orElse(Channel.SMS),
        Json.find(node, "heard").map(MessageJson::heard),
        Json.text(node, "by")
            .map(by ->
                new StoredMessage.Written(by, Json.text(node, "outgoing").map(OutgoingId::new))));
  }

  private static ObjectNode heard(StoredMessage.Heard heard) {
    ObjectNode node = Json.object().put("id", heard.id().value()).put("from", heard.from().name());
    Json.putNumber(node, "media", heard.mediaCount());
    heard.optOut().ifPresent(word -> node.put("optOut", word.name()));
    node.set("meaning", MeaningJson.write(heard.meaning()));
    return node.put("decidedBy", heard.decidedBy());
  }

  private static StoredMessage.Heard heard(JsonNode node) {
    return new StoredMessage.Heard(
        new MessageId(Json.textOr(node, "id", "")),
        Json.oneOf(node, "from", InboundMessage.Sender.class).orElse(InboundMessage.Sender.MOBILE),
        Json.number(node, "media"),
        Json.oneOf(node, "optOut", InboundMessage.OptOut.class),
        MeaningJson.read(node.path("meaning")),
        Json.textOr(node, "decidedBy", ""));
  }
}
