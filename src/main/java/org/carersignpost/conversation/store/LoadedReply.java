package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.Optional;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what `loaded.lua` returns.
final class LoadedReply {
  /// The place after the fields of `loaded.lua`, where a script may add something of its own.
  static final int ADDED = 8;

  private static final Logger LOG = LoggerFactory.getLogger(LoadedReply.class);
  static final int VERSION = 0;
  private static final int SEQUENCE = 1;
  private static final int STATE = 2;
  private static final int PRIORITY = 3;
  private static final int AT = 4;
  private static final int BODY = 5;
  private static final int HEARD = 6;
  private static final int OPTED_OUT = 7;

  private final SealedJson sealed;

  LoadedReply(SealedJson sealed) {
    this.sealed = sealed;
  }

  /// When the carer last wrote, if anything is stored.
  static Optional<Instant> lastAt(Reply reply) {
    return reply.text(AT).map(Long::parseLong).map(Instant::ofEpochMilli);
  }

  /// The conversation, or one just begun.
  Loaded loaded(Reply reply, ConversationId id, Optional<Given> answer) {
    SealedJson.Body body =
        reply
            .bytes(BODY)
            .map(bytes -> body(bytes, id, reply))
            .orElseGet(() -> new SealedJson.Body(Conversation.begin(id), Optional.empty()));
    boolean optedOut = reply.number(OPTED_OUT) == 1;
    return new Loaded(
        optedOut(body.conversation(), optedOut),
        body.number(),
        reply.text(VERSION).orElse(Loaded.NOTHING_STORED),
        reply.number(SEQUENCE),
        reply.number(HEARD),
        answer);
  }

  /// A conversation that cannot be read is begun anew, so that the carer is answered; whoever
  /// waited goes on waiting.
  private SealedJson.Body body(byte[] bytes, ConversationId id, Reply reply) {
    try {
      return sealed.body(bytes, id);
    } catch (RuntimeException e) {
      LOG.error("Conversation {} cannot be read and is begun anew: {}", id, e.getClass().getName());
      return new SealedJson.Body(unreadable(id, reply), Optional.empty());
    }
  }

  private static Conversation unreadable(ConversationId id, Reply reply) {
    String state = reply.text(STATE).orElse("");
    boolean wanted = state.equals("waiting") || state.equals("staff");
    if (!wanted) {
      return Conversation.begin(id);
    }
    return Conversation.begin(id)
        .draft()
        .ownership(new Ownership.Waiting(lastAt(reply).orElse(Instant.EPOCH)))
        .priority(reply.text(PRIORITY).map(LoadedReply::priority).orElse(Priority.NORMAL))
        .done();
  }

  private static Priority priority(String id) {
    for (Priority priority : Priority.values()) {
      if (priority.id().equals(id)) {
        return priority;
      }
    }
    return Priority.URGENT;
  }

  /// The register is what counts: it outlives the conversation.
  private static Conversation optedOut(Conversation conversation, boolean optedOut) {
    return conversation.draft().optedOut(optedOut).done();
  }
}
