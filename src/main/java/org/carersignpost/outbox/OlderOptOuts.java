package org.carersignpost.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.privacy.Pseudonyms;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Opt-outs under pseudonyms that a number had before the secrets were changed. They lie in other
/// shards than the conversation, where the script that takes a text cannot see them.
final class OlderOptOuts {
  private final StringRedisTemplate redis;
  private final OptOutRegister register;
  private final Pseudonyms pseudonyms;

  OlderOptOuts(StringRedisTemplate redis, OptOutRegister register, Pseudonyms pseudonyms) {
    this.redis = redis;
    this.register = register;
    this.pseudonyms = pseudonyms;
  }

  /// Whether one of them forbids this text. A reply may go if the carer has written since.
  boolean forbid(Entry entry, String to) {
    if (entry.purpose() == Purpose.ALERT) {
      return false;
    }
    List<String> others =
        pseudonyms.allOf(to).stream().filter(name -> !name.equals(entry.conversation())).toList();
    return register
        .since(others)
        .filter(since ->
            entry.purpose() != Purpose.REPLY
                || lastWritten(entry.conversation()).filter(since::isBefore).isEmpty())
        .isPresent();
  }

  private Optional<Instant> lastWritten(String conversation) {
    String key = ConversationKeys.conversation(conversation);
    return Optional.ofNullable(redis.opsForHash().get(key, ConversationKeys.LAST_WRITTEN))
        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis.toString())));
  }
}
