package org.carersignpost.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.carersignpost.conversation.TestRedis;
import org.carersignpost.knowledge.feeds.FeedFolder;
import org.carersignpost.knowledge.feeds.FeedShelf;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Two copies of the service, of which only one looks at the files by itself.
class KnowledgeCopiesTests {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 12, 1, 10, 0);

  /// The service of the feed that is read here.
  private static final String SHED = "sheds-43bf1ee09eaa";

  @TempDir private Path temporary;
  private Path folder;
  private TestRedis redis;
  private Copy here;
  private Copy there;

  /// A copy of the service, as far as it concerns the knowledge base.
  private static final class Copy {
    private final Knowledge knowledge;
    private final LettuceConnectionFactory connections;
    private final KnowledgeCopies copies;

    private Copy(Path folder, Path feeds, TestRedis redis) {
      FeedFolder files = new FeedFolder(feeds);
      knowledge =
          new Knowledge(
              new Sources(folder, Optional.of(new FeedShelf(files, List.of()))),
              Set.of(),
              Meanings::directionOf);
      connections = redis.connections();
      StringRedisTemplate template = new StringRedisTemplate(connections);
      copies = new KnowledgeCopies(knowledge, new FeedExchange(files, template), template);
    }

    private void end() throws Exception {
      copies.destroy();
      connections.destroy();
    }
  }

  @BeforeEach
  void startTwo() throws IOException {
    folder = Files.createDirectory(temporary.resolve("knowledge-base"));
    KnowledgeCopy.into(folder);
    redis = TestRedis.alone(Files.createDirectory(temporary.resolve("redis")));
    here = new Copy(folder, temporary.resolve("data-here/feeds"), redis);
    there = new Copy(folder, temporary.resolve("data-there/feeds"), redis);
  }

  @AfterEach
  void endAll() throws Exception {
    here.end();
    there.end();
    redis.close();
  }

  private String changedHere() throws IOException {
    KnowledgeCopy.change(
        folder.resolve("services/cruse.json"),
        "\"status\": \"active\"",
        "\"status\": \"inactive\"");
    here.knowledge.reload();
    assertThat(here.knowledge.version()).isNotEqualTo(there.knowledge.version());
    return here.knowledge.version();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void copyThatListensFollowsAtOnce() throws Exception {
    there.copies.ask();
    String version = changedHere();

    here.copies.tell(version);

    await(() -> there.knowledge.version().equals(version));
  }

  @Test
  void copyThatMissedTheNewsFollowsWhenItAsks() throws Exception {
    there.copies.ask();
    redis.kill();
    String version = changedHere();
    here.copies.tell(version);
    redis.start();
    here.copies.ask();

    await(() -> {
      there.copies.ask();
      return there.knowledge.version().equals(version);
    });
  }

  @Test
  void feedThatOneCopyReadIsAnsweredFromByAll() throws Exception {
    there.copies.ask();
    importedHere();

    here.copies.tell(here.knowledge.version());

    await(() -> there.knowledge.version().equals(here.knowledge.version()));
    assertThat(there.knowledge.directory().signpost(SHED, NOW)).isPresent();
  }

  @Test
  void copyThatStartsLaterGetsTheFeedsToo() throws Exception {
    importedHere();
    here.copies.ask();

    there.copies.ask();

    assertThat(there.knowledge.version()).isEqualTo(here.knowledge.version());
    assertThat(there.knowledge.directory().signpost(SHED, NOW)).isPresent();
  }

  @Test
  void feedIsTakenOnlyFromWhoeverReadItLater() throws Exception {
    importedHere();
    here.copies.ask();
    there.copies.ask();
    assertThat(imported("data-there", "", "--forget", "sheds")).isZero();
    assertThat(there.knowledge.reload()).isInstanceOf(Knowledge.Reloaded.Changed.class);

    there.copies.tell(there.knowledge.version());
    here.copies.ask();

    await(() -> here.knowledge.directory().signpost(SHED, NOW).isEmpty());
  }

  /// Reads a feed into the data folder of the first copy.
  private void importedHere() throws IOException {
    String feed = Files.readString(Path.of("src/test/resources/feeds/sheds.json"));
    assertThat(imported("data-here", feed, "--feed", "sheds")).isZero();
    assertThat(here.knowledge.reload()).isInstanceOf(Knowledge.Reloaded.Changed.class);
  }

  private int imported(String data, String feed, String... options) throws IOException {
    Path saved = Files.writeString(temporary.resolve("saved.json"), feed);
    List<String> words = new ArrayList<>(List.of(options));
    if (!words.contains("--forget")) {
      words.add(saved.toString());
    }
    return Feeds.importOnce(words, folder, temporary.resolve(data), System.out, System.err);
  }

  @Test
  void copyWithOtherFilesGoesOnWithItsOwn() throws Exception {
    there.copies.ask();
    String own = there.knowledge.version();

    here.copies.tell("another");
    there.copies.ask();

    assertThat(there.knowledge.version()).isEqualTo(own);
  }
}
