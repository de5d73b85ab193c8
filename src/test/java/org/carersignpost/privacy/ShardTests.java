package org.carersignpost.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lettuce.core.cluster.SlotHash;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardTests {
  @Test
  void thereAreSixtyFourAndEachIsNamedOnce() {
    assertThat(Shard.all())
        .hasSize(64)
        .doesNotHaveDuplicates()
        .startsWith(new Shard("{s00}"))
        .endsWith(new Shard("{s63}"));
  }

  @Test
  void carersAreSpreadEvenly() {
    Pseudonyms pseudonyms = new Pseudonyms("a-root-secret-of-very-many-characters");
    Map<Shard, Long> carers =
        IntStream.range(0, 64_000)
            .mapToObj(n -> Shard.of(pseudonyms.of("carer " + n)))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(carers).hasSize(64);
    assertThat(carers.values()).allMatch(count -> count > 850 && count < 1_150);
  }

  @Test
  void aCarerStaysInTheSameShardForEver() {
    assertThat(Shard.of("AAAAAAAAAAAAAAAAAAAAAA")).isEqualTo(new Shard("{s00}"));
    assertThat(Shard.of("fKf1w2PzGq0Jt8mXbR4nVw")).isEqualTo(new Shard("{s26}"));
  }

  @Test
  void allKeysOfAShardLieInOneSlotOfACluster() {
    Shard shard = Shard.of("AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(shard.key("queue")).isEqualTo(shard.tag() + ":queue");
    assertThat(SlotHash.getSlot(shard.key("queue"))).isEqualTo(SlotHash.getSlot(shard.key("c:1")));
  }

  @Test
  void aTagOfAnotherShapeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Shard("s00"));
  }
}
