package org.carersignpost.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.carersignpost.conversation.TestRedis;
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

    private Copy(Path folder, TestRedis redis) {
      knowledge = new Knowledge(folder, Set.of(), Meanings::directionOf);
      connections = redis.connections();
      copies = new KnowledgeCopies(knowledge, new StringRedisTemplate(connections));
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
    here = new Copy(folder, redis);
    there = new Copy(folder, redis);
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
  void copyWithOtherFilesGoesOnWithItsOwn() throws Exception {
    there.copies.ask();
    String own = there.knowledge.version();

    here.copies.tell("another");
    there.copies.ask();

    assertThat(there.knowledge.version()).isEqualTo(own);
  }
}
