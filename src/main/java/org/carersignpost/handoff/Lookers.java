package org.carersignpost.handoff;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.privacy.Shard;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/// Who looks at a conversation at this moment, and who is writing there, over all copies of the
/// service.
///
/// Whoever is not heard of for twenty seconds is gone. While Redis is away every call ends in
/// Spring's `DataAccessException`.
public final class Lookers {
  /// A page tells that it is still open at least this often.
  public static final Duration TELLS_EVERY = Duration.ofSeconds(8);

  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(20);

  @SuppressWarnings("rawtypes") // Spring's type for a script that returns a list.
  private static final RedisScript<List> LOOK =
      RedisScript.of(new ClassPathResource("look.lua", Lookers.class), List.class);

  private final StringRedisTemplate redis;
  private final Changes changes;
  private final Clock clock;

  public Lookers(StringRedisTemplate redis, Changes changes, Clock clock) {
    this.redis = redis;
    this.changes = changes;
    this.clock = clock;
  }

  /// What somebody does there.
  public enum Doing {
    LOOKING,
    WRITING,
    /// They have left the page.
    GONE
  }

  /// Somebody who looks.
  ///
  /// @param name their account name
  /// @param isWriting whether they are writing to the carer
  public record Looker(String name, boolean isWriting) {}

  /// Says what somebody does, and finds the others. The others are told when it is news.
  ///
  /// @param team the team of the conversation
  public List<Looker> look(String conversation, Optional<String> team, String name, Doing doing) {
    long now = clock.millis();
    List<?> found =
        redis.execute(
            LOOK,
            List.of(Shard.of(conversation).key("looking:" + conversation)),
            name,
            doing.name(),
            Long.toString(now),
            Long.toString(now - FORGOTTEN_AFTER.toMillis()),
            Long.toString(FORGOTTEN_AFTER.toSeconds()));
    List<Looker> others = new ArrayList<>();
    if (found == null || found.isEmpty()) {
      return others;
    }
    if (String.valueOf(found.getFirst()).equals("news")) {
      changes.tell(new Changes.Change(Changes.Kind.LOOKING, conversation, team));
    }
    for (Object each : found.subList(1, found.size())) {
      String[] parts = String.valueOf(each).split(" ", 2);
      others.add(new Looker(parts[1], parts[0].equals(Doing.WRITING.name())));
    }
    return others;
  }
}
