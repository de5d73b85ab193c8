package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.carersignpost.handoff.WaitingQueue;
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

  String conversation() {
    return shard.key("conversation:" + id);
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
            STATES.stream().map(state -> listing(shard, state))));
  }

  private static List<byte[]> bytes(Stream<String> names) {
    return names.map(name -> name.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
