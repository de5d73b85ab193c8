package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carersignpost.privacy.Shard;
import org.springframework.data.redis.core.StringRedisTemplate;

/// What was counted on a day, by team: numbers only. The script that saves a conversation counts.
///
/// Every method ends in [StoreAwayException] when Redis does not answer or refuses.
public final class DayFigures {
  /// A carer began to wait for a person.
  public static final String ASKED = "asked";

  /// A staff member took a conversation.
  public static final String CLAIMED = "claimed";

  /// A staff member wrote to a carer.
  public static final String ANSWERED = "answered";

  /// A conversation went back to the queue because no answer came in time.
  public static final String LAPSED = "lapsed";

  /// A staff member ended a conversation, or let the service answer again.
  public static final String CLOSED = "closed";

  static final int DAYS_KEPT = 400;

  private final RedisTalk redis;

  public DayFigures(StringRedisTemplate redis) {
    this.redis = new RedisTalk(redis);
  }

  /// What was counted on a local day: by team, then by what; the team is empty for conversations
  /// that belonged to none.
  public Map<String, Map<String, Long>> of(LocalDate day) {
    List<Map<byte[], byte[]>> found =
        RedisTalk.forEach(
            Shard.all(),
            shard ->
                redis.ask(
                    "tell figures",
                    connection ->
                        connection.hashCommands().hGetAll(bytes(Keys.figures(shard) + day))));
    Map<String, Map<String, Long>> figures = new TreeMap<>();
    for (Map<byte[], byte[]> part : found) {
      part.forEach((name, count) -> {
        String[] teamAndWhat = text(name).split(" ", 2);
        figures
            .computeIfAbsent(teamAndWhat[0], team -> new TreeMap<>())
            .merge(teamAndWhat[1], Long.valueOf(text(count)), Long::sum);
      });
    }
    return figures;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
