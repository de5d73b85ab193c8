package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.privacy.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Reads conversations for people, and erases those whose time is up.
///
/// Every method ends in [StoreAwayException] when Redis does not answer or refuses.
public final class StoredConversations {
  private static final Logger LOG = LoggerFactory.getLogger(StoredConversations.class);
  private static final Script READ = Script.of("", "loaded.lua", "read.lua");

  private final RedisTalk redis;
  private final SealedJson sealed;
  private final LoadedReply replies;
  private final Listing listing;
  private final Expiry expiry;

  public StoredConversations(StringRedisTemplate redis, Seal seal) {
    this.redis = new RedisTalk(redis);
    this.sealed = new SealedJson(seal);
    this.replies = new LoadedReply(sealed);
    this.listing = new Listing(this.redis);
    this.expiry = new Expiry(this.redis);
  }

  /// Part of a list, newest first.
  ///
  /// @param items the conversations of the page, without messages
  /// @param total how many there are on all pages
  public record Slice(List<Stored> items, long total) {}

  /// One page of the conversations in a state, or of all.
  ///
  /// @param page from 0
  /// @param size how many to a page
  public Slice page(Optional<String> state, int page, int size) {
    if (state.isPresent() && !Keys.STATES.contains(state.get())) {
      return new Slice(List.of(), 0);
    }
    Listing.Slice slice = listing.page(state, page, size);
    List<Stored> items =
        RedisTalk.forEach(slice.ids(), id -> read(id, false)).stream()
            .flatMap(Optional::stream)
            .toList();
    return new Slice(items, slice.total());
  }

  /// One conversation.
  ///
  /// @param withMessages whether its messages are wanted too
  public Optional<Stored> read(String id, boolean withMessages) {
    Keys keys = Keys.of(id);
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    Script script = withMessages ? READ : ConversationStore.LOAD;
    List<byte[]> scriptKeys = withMessages ? keys.forRead() : keys.forLoad();
    Reply reply = redis.list("read", script, scriptKeys, List.of(name, new byte[0]));
    ConversationId conversation = new ConversationId(id);
    Loaded loaded = replies.loaded(reply, conversation, Optional.empty());
    if (!loaded.isStored()) {
      return Optional.empty();
    }
    List<StoredMessage> messages =
        withMessages
            ? messages(reply.list(LoadedReply.ADDED), conversation, loaded.sequence())
            : List.of();
    return Optional.of(
        new Stored(
            loaded.conversation(),
            loaded.number(),
            LoadedReply.lastAt(reply).orElse(Instant.EPOCH),
            messages));
  }

  /// Erases whatever has been kept long enough.
  ///
  /// @return how many answers, message ids and conversations were erased
  public int sweep(Instant now) {
    return expiry.sweep(now);
  }

  private List<StoredMessage> messages(Reply list, ConversationId id, long lastSequence) {
    List<StoredMessage> messages = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      long sequence = lastSequence - list.size() + 1 + i;
      list.bytes(i).flatMap(bytes -> message(bytes, id, sequence)).ifPresent(messages::add);
    }
    return messages;
  }

  private Optional<StoredMessage> message(byte[] bytes, ConversationId id, long sequence) {
    try {
      return Optional.of(sealed.message(bytes, id, sequence));
    } catch (RuntimeException e) {
      LOG.error(
          "Message {} of conversation {} cannot be read: {}", sequence, id, e.getClass().getName());
      return Optional.empty();
    }
  }
}
