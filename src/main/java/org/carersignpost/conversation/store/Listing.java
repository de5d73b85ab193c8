package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.privacy.Shard;

/// The conversations in the order of their last messages, newest first, merged over all shards.
final class Listing {
  /// Pages that reach deeper than this are empty.
  private static final int DEEPEST = 10_000;

  private static final int SPARE = 16;
  private static final Comparator<Entry> NEWEST =
      Comparator.comparingDouble(Entry::at).thenComparing(Entry::id).reversed();

  private final RedisTalk redis;

  Listing(RedisTalk redis) {
    this.redis = redis;
  }

  /// The ids of one page, and how many there are on all.
  record Slice(List<String> ids, long total) {}

  /// A conversation, and when it was listed last in milliseconds.
  record Entry(String id, double at) {}

  /// The newest of one shard; it is cut when there are more than were asked for.
  private record Head(List<Entry> entries, boolean isCut, long total) {}

  Slice page(Optional<String> state, int page, int size) {
    long from = (long) page * size;
    int to = (int) Math.min(from + size, DEEPEST);
    Map<Shard, Head> heads = new LinkedHashMap<>();
    List<Entry> newest = newest(heads, state, to);
    long total = heads.values().stream().mapToLong(Head::total).sum();
    return new Slice(newest.stream().skip(from).map(Entry::id).toList(), total);
  }

  /// The newest of all conversations, however many are asked for.
  List<Entry> newest(int most) {
    return newest(new LinkedHashMap<>(), Optional.empty(), most);
  }

  private List<Entry> newest(Map<Shard, Head> heads, Optional<String> state, int to) {
    // Pseudonyms spread evenly, so twice a shard's share is nearly always enough.
    read(heads, state, Shard.all(), Math.min(to, to / Shard.all().size() * 2 + SPARE));
    List<Entry> newest = merged(heads, to);
    List<Shard> tooShort = tooShort(heads, newest, to);
    if (!tooShort.isEmpty()) {
      read(heads, state, tooShort, to);
      newest = merged(heads, to);
    }
    return newest;
  }

  /// Shards that may hold something newer than the last entry found, beyond what was read of them.
  private static List<Shard> tooShort(Map<Shard, Head> heads, List<Entry> newest, int wanted) {
    return heads.entrySet().stream()
        .filter(head -> head.getValue().isCut())
        .filter(head ->
            newest.size() < wanted
                || NEWEST.compare(head.getValue().entries().getLast(), newest.getLast()) < 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Entry> merged(Map<Shard, Head> heads, int wanted) {
    return heads.values().stream()
        .flatMap(head -> head.entries().stream())
        .sorted(NEWEST)
        .limit(wanted)
        .toList();
  }

  private void read(Map<Shard, Head> into, Optional<String> state, List<Shard> shards, int most) {
    List<Head> heads = RedisTalk.forEach(shards, shard -> head(shard, state, most));
    for (int i = 0; i < shards.size(); i++) {
      into.put(shards.get(i), heads.get(i));
    }
  }

  private Head head(Shard shard, Optional<String> state, int most) {
    String name = state.map(s -> Keys.listing(shard, s)).orElse(Keys.listing(shard));
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    List<Entry> entries =
        most == 0
            ? List.of()
            : redis.ask(
                "list",
                connection ->
                    connection.zSetCommands().zRevRangeWithScores(key, 0, most - 1L).stream()
                        .map(tuple ->
                            new Entry(
                                new String(tuple.getValue(), StandardCharsets.UTF_8),
                                tuple.getScore()))
                        .sorted(NEWEST)
                        .toList());
    long total =
        entries.size() < most
            ? entries.size()
            : redis.ask("count", connection -> connection.zSetCommands().zCard(key));
    return new Head(entries, total > entries.size(), total);
  }
}
