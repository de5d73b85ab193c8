package org.carersignpost.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.carersignpost.knowledge.feeds.FeedFile;
import org.carersignpost.knowledge.feeds.FeedFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Gives every copy of the service the newest state of every feed, so that one of them reads it and
/// all answer from it.
final class FeedExchange {
  private static final Logger LOG = LoggerFactory.getLogger(FeedExchange.class);

  /// By feed: when the newest known state of it was read, in milliseconds.
  private static final String TIMES = "{s00}:feeds";

  /// And that state itself, one key a feed.
  private static final String STATE = "{s00}:feed:";

  private final FeedFolder folder;
  private final StringRedisTemplate redis;

  FeedExchange(FeedFolder folder, StringRedisTemplate redis) {
    this.folder = folder;
    this.redis = redis;
  }

  /// Takes what is newer elsewhere, and gives what is newer here.
  ///
  /// @return whether a file has come
  /// @throws org.springframework.dao.DataAccessException if Redis does not answer
  synchronized boolean exchange() {
    Map<String, String> there = redis.<String, String>opsForHash().entries(TIMES);
    boolean came = false;
    try {
      TreeSet<String> all = new TreeSet<>(there.keySet());
      all.addAll(folder.ids());
      for (String id : all) {
        Optional<FeedFile> ours = here(id);
        Instant oursAt = ours.map(file -> file.manifest().at()).orElse(Instant.MIN);
        Instant theirsAt = time(there.get(id));
        if (theirsAt.isAfter(oursAt)) {
          came |= take(id);
        } else if (oursAt.isAfter(theirsAt) && ours.isPresent()) {
          give(id, ours.get());
        }
      }
    } catch (IOException e) {
      LOG.warn("Feeds could not be exchanged with the other copies: {}", e.getMessage());
    }
    return came;
  }

  /// A damaged one is as none: another copy may have it whole.
  private Optional<FeedFile> here(String id) {
    try {
      return folder.read(id);
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private static Instant time(@Nullable String millis) {
    try {
      return millis == null ? Instant.MIN : Instant.ofEpochMilli(Long.parseLong(millis));
    } catch (NumberFormatException e) {
      return Instant.MIN;
    }
  }

  private boolean take(String id) throws IOException {
    byte[] bytes = redis.execute((RedisCallback<byte[]>) at -> at.stringCommands().get(key(id)));
    if (bytes == null) {
      return false;
    }
    folder.put(id, bytes);
    return true;
  }

  private void give(String id, FeedFile file) {
    redis.execute((RedisCallback<Boolean>) at -> at.stringCommands().set(key(id), file.bytes()));
    redis.opsForHash().put(TIMES, id, Long.toString(file.manifest().at().toEpochMilli()));
  }

  private static byte[] key(String id) {
    return (STATE + id).getBytes(StandardCharsets.UTF_8);
  }
}
