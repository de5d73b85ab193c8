package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.carersignpost.handoff.WaitingQueue;
import org.carersignpost.outbox.OutboxScript;
import org.carersignpost.privacy.Shard;

/// The names of all keys that one conversation touches; they lie in one slot.
///
/// @param shard the shard of the conversation
/// @param id the pseudonym that names it
record Keys(Shard shard, String id) {
  /// The states a conversation can be listed under, in the order the scripts expect.
  static final List<String> STATES = List.of("bot", "waiting", "staff", "closed");

  static Keys of(String id) {
    return new Keys(Shard.of(id), id);
  }

  static String expiry(Shard shard) {
    return shard.key("expiry");
  }

  static String listing(Shard shard) {
    return shard.key("listing");
  }

  static String listing(Shard shard, String state) {
    return shard.key("listing:" + state);
  }

  /// What the names of all conversations in a shard begin with.
  static String conversations(Shard shard) {
    return shard.key("conversation:");
  }

  String conversation() {
    return conversations(shard) + id;
  }

  String messages() {
    return shard.key("messages:" + id);
  }

  /// A hash of message ids to sealed answers; an empty value once the answer's time is up.
  String answered() {
    return shard.key("answered:" + id);
  }

  /// Who must not be written to: a hash of pseudonyms to times. It survives erasure.
  String optOuts() {
    return shard.key("opt-outs");
  }

  /// Who must be answered by staff until when: a sorted set of ids by moments.
  static String claims(Shard shard) {
    return shard.key("claims");
  }

  /// A hash of account names to sealed drafts.
  String drafts() {
    return shard.key("drafts:" + id);
  }

  /// A hash of line numbers to sealed reviews.
  String reviews() {
    return shard.key("reviews:" + id);
  }

  /// A hash of `<message>:<part>` to how far that answer has come.
  String arrivals() {
    return shard.key("arrivals:" + id);
  }

  /// A hash of recording ids to sealed sounds.
  String recordings() {
    return shard.key("recordings:" + id);
  }

  /// A sorted set of `<conversation>:<line>` by when it was reviewed.
  static String openReviews(Shard shard) {
    return shard.key("open-reviews");
  }

  /// What the names of the hashes of figures begin with; the day follows.
  static String figures(Shard shard) {
    return shard.key("figures:");
  }

  List<byte[]> forLoad() {
    return bytes(Stream.of(conversation(), answered(), optOuts()));
  }

  List<byte[]> forRead() {
    return bytes(Stream.of(conversation(), messages(), optOuts()));
  }

  /// In the order that `save.lua` and `expire.lua` expect.
  List<byte[]> all() {
    return bytes(
        Stream.concat(
            Stream.of(
                conversation(),
                messages(),
                answered(),
                expiry(shard),
                optOuts(),
                WaitingQueue.queueKey(shard),
                WaitingQueue.reasonsKey(shard),
                listing(shard)),
            Stream.concat(
                STATES.stream().map(state -> listing(shard, state)),
                Stream.of(
                    claims(shard),
                    OutboxScript.prefix(shard),
                    drafts(),
                    reviews(),
                    openReviews(shard),
                    figures(shard),
                    arrivals(),
                    recordings()))));
  }

  private static List<byte[]> bytes(Stream<String> names) {
    return names.map(name -> name.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
