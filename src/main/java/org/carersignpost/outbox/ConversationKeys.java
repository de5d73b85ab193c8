package org.carersignpost.outbox;

import org.carersignpost.privacy.Shard;

/// The keys of the conversation that the outbox reads. They lie in the conversation's shard, and
/// its own script writes them (`conversation/store/save.lua`).
final class ConversationKeys {
  /// The field of a conversation that says when the carer last wrote, in milliseconds.
  static final String LAST_WRITTEN = "at";

  private ConversationKeys() {}

  /// A hash of pseudonyms to when they opted out, in milliseconds. The outbox adds whom the carrier
  /// refuses to text. It survives erasure.
  static String optOuts(Shard shard) {
    return shard.key("opt-outs");
  }

  /// What the name of every conversation's hash in a shard begins with.
  static String prefix(Shard shard) {
    return shard.key("conversation:");
  }

  static String conversation(String id) {
    return prefix(Shard.of(id)) + id;
  }
}
