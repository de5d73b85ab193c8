package org.carersignpost.conversation;

import java.nio.file.Path;
import java.util.Optional;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage.Sender;
import org.carersignpost.dialogue.MessageId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One service on a Redis that every test finds empty.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConversationsFixture {
  final MovableClock clock = new MovableClock();
  TestRedis redis;
  TestService service;

  abstract TestRedis started(Path folder);

  @BeforeAll
  void startRedis(@TempDir Path folder) {
    redis = started(folder);
    TestService.warmUp(redis, folder);
  }

  @AfterAll
  void stopRedis() {
    redis.close();
  }

  @BeforeEach
  void startService(@TempDir Path folder) {
    redis.clear();
    service = new TestService(redis, folder, clock);
    service.awaitRedis();
  }

  @AfterEach
  void stopService() {
    service.close();
  }

  static Received withheld(String id) {
    return new Received(
        new MessageId(id),
        Channel.SMS,
        Sender.WITHHELD,
        Optional.empty(),
        "hello",
        0,
        Optional.empty());
  }
}
