package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carersignpost.privacy.Shard;

/// Reads what of conversations stands in clear, so that a list can be narrowed before anything is
/// opened.
final class Rows {
  /// At most so many of one shard: more than 25,000 in all.
  private static final int MOST_A_SHARD = 400;

  private static final Script READ = Script.of("", "rows.lua");
  private static final Comparator<Row> NEWEST =
      Comparator.comparingLong(Row::lastAt).thenComparing(Row::id).reversed();

  private final RedisTalk redis;

  Rows(RedisTalk redis) {
    this.redis = redis;
  }

  /// The conversations in a state, or of all, newest first.
  List<Row> of(Optional<String> state) {
    return RedisTalk.forEach(Shard.all(), shard -> of(shard, state)).stream()
        .flatMap(List::stream)
        .sorted(NEWEST)
        .toList();
  }

  private List<Row> of(Shard shard, Optional<String> state) {
    String listing = state.map(s -> Keys.listing(shard, s)).orElse(Keys.listing(shard));
    List<byte[]> keys = List.of(bytes(listing), bytes(Keys.conversations(shard)));
    Reply found = redis.list("list", READ, keys, List.of(bytes(Integer.toString(MOST_A_SHARD))));
    return IntStream.range(0, found.size())
        .mapToObj(found::list)
        .map(row ->
            new Row(
                row.text(0).orElse(""),
                row.number(1),
                row.text(2).filter(team -> !team.isEmpty()),
                row.text(3).filter(owner -> !owner.isEmpty())))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
