package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
  private final Rows rows;
  private final Expiry expiry;

  public StoredConversations(StringRedisTemplate redis, Seal seal) {
    this.redis = new RedisTalk(redis);
    this.sealed = new SealedJson(seal);
    this.replies = new LoadedReply(sealed);
    this.listing = new Listing(this.redis);
    this.rows = new Rows(this.redis);
    this.expiry = new Expiry(this.redis);
  }

  /// Part of a list, newest first.
  ///
  /// @param items the conversations of the page, without messages
  /// @param total how many there are on all pages
  public record Slice(List<Stored> items, long total) {}

  /// A conversation that exists.
  ///
  /// @param lastMessageAt when the carer last wrote
  public record Listed(String id, Instant lastMessageAt) {}

  /// The newest of all conversations, newest first.
  ///
  /// @param most how many; unlike a page, it may reach as deep as there are conversations
  public List<Listed> newest(int most) {
    return listing.newest(most).stream()
        .map(entry -> new Listed(entry.id(), Instant.ofEpochMilli((long) entry.at())))
        .toList();
  }

  /// One page of the conversations in a state, or of all.
  ///
  /// @param page from 0
  /// @param size how many to a page
  public Slice page(Optional<String> state, int page, int size) {
    if (state.isPresent() && !Keys.STATES.contains(state.get())) {
      return new Slice(List.of(), 0);
    }
    Listing.Slice slice = listing.page(state, page, size);
    return new Slice(all(slice.ids()), slice.total());
  }

  /// One page of those conversations in a state, or of all, that somebody wants or may see.
  ///
  /// @param wanted looks only at what stands in clear
  /// @param page from 0
  /// @param size how many to a page
  public Slice page(Optional<String> state, Predicate<Row> wanted, int page, int size) {
    if (state.isPresent() && !Keys.STATES.contains(state.get())) {
      return new Slice(List.of(), 0);
    }
    List<Row> all = rows.of(state).stream().filter(wanted).toList();
    List<String> ids = all.stream().skip((long) page * size).limit(size).map(Row::id).toList();
    return new Slice(all(ids), all.size());
  }

  /// What stands in clear of the conversations in a state, newest first, at most some 25,000.
  public List<Row> rows(String state) {
    return rows.of(Optional.of(state));
  }

  /// These conversations, without messages; those that are gone are left out.
  public List<Stored> all(List<String> ids) {
    return RedisTalk.forEach(ids, id -> read(id, false)).stream()
        .flatMap(Optional::stream)
        .toList();
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
            loaded.sequence(),
            loaded.heard(),
            messages));
  }

  /// The team that a conversation belongs to, if it has needed one.
  public Optional<String> teamOf(String id) {
    byte[] key = Keys.of(id).conversation().getBytes(StandardCharsets.UTF_8);
    byte[] field = "team".getBytes(StandardCharsets.UTF_8);
    return redis
        .ask(
            "tell a team",
            connection -> Optional.ofNullable(connection.hashCommands().hGet(key, field)))
        .map(team -> new String(team, StandardCharsets.UTF_8))
        .filter(team -> !team.isEmpty());
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
