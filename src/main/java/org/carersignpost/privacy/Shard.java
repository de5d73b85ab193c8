package org.carersignpost.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// One of the 64 parts that everything stored is spread over.
///
/// All keys of one shard lie in one slot of a Redis Cluster, so one script may touch them together.
/// The way from pseudonym to shard must never change: what is stored would no longer be found.
///
/// @param tag the hash tag that all its keys begin with, `{s00}` to `{s63}`
public record Shard(String tag) {
  private static final int SHARDS = 64;
  private static final List<Shard> ALL =
      IntStream.range(0, SHARDS).mapToObj(n -> new Shard("{s%02d}".formatted(n))).toList();

  /// @throws IllegalArgumentException if the tag does not look like one
  public Shard {
    if (!tag.matches("\\{s[0-9]{2}}")) {
      throw new IllegalArgumentException("Not the tag of a shard: " + tag);
    }
  }

  /// The shard where everything of one carer lies.
  public static Shard of(String pseudonym) {
    CRC32 checksum = new CRC32();
    checksum.update(pseudonym.getBytes(StandardCharsets.UTF_8));
    return ALL.get((int) (checksum.getValue() % SHARDS));
  }

  /// All shards, in the order of their tags.
  public static List<Shard> all() {
    return ALL;
  }

  /// The full key of something in this shard: `{s07}:queue`.
  public String key(String name) {
    return tag + ":" + name;
  }
}
