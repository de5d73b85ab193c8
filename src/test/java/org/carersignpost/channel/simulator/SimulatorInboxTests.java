package org.carersignpost.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.carersignpost.channel.FakeReports;
import org.carersignpost.conversation.TestRedis;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.TextCarrier.Found;
import org.carersignpost.outbox.TextCarrier.Posted;
import org.carersignpost.privacy.Seal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Texts that arrive on the simulated phone by themselves.
class SimulatorInboxTests {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");
  private static final String NUMBER = "+447700900871";

  @TempDir static Path folder;
  private static TestRedis server;
  private static LettuceConnectionFactory connections;
  private static SimulatorInbox inbox;
  private final FakeReports reports = new FakeReports();
  private SimulatedCarrier carrier;
  private SimulatorTexts texts;

  @BeforeAll
  static void open() {
    server = TestRedis.alone(folder);
    connections = server.connections();
    StaticListableBeanFactory beans =
        new StaticListableBeanFactory(Map.of("redis", new StringRedisTemplate(connections)));
    inbox =
        new SimulatorInbox(
            beans.getBeanProvider(StringRedisTemplate.class),
            new Seal("0123456789abcdef0123456789abcdef"),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @BeforeEach
  void start() {
    carrier = new SimulatedCarrier(inbox, reports);
    texts = new SimulatorTexts(inbox);
  }

  @AfterAll
  static void close() {
    connections.destroy();
    server.close();
  }

  @Test
  void textsAreNumberedAndOnlyTheNewestAreKept() {
    for (int i = 1; i <= 60; i++) {
      carrier.post(OutgoingId.make("somebody"), NUMBER, "Text " + i);
    }

    SimulatorTexts.Inbox all = texts.arrived("07700 900871", 0);
    assertThat(all.texts()).hasSize(50);
    assertThat(all.texts().getFirst().text()).isEqualTo("Text 11");
    assertThat(all.last()).isEqualTo(60);
    SimulatorTexts.Text newest = texts.arrived(NUMBER, 59).texts().getFirst();
    assertThat(newest.n()).isEqualTo(60);
    assertThat(newest.text()).isEqualTo("Text 60");
    assertThat(newest.length().segments()).isEqualTo(1);
    assertThat(newest.at()).isEqualTo(NOW);
    assertThat(texts.arrived(NUMBER, 60).texts()).isEmpty();
    assertThat(server.everything()).doesNotContain("Text 60");
  }

  @Test
  void realNumbersAreRefused() {
    assertThat(carrier.post(OutgoingId.make("somebody"), "+447911123456", "Hello."))
        .isEqualTo(new Posted.Refused(21211, true));
    assertThatIllegalArgumentException().isThrownBy(() -> texts.arrived("07911 123456", 0));
  }

  @Test
  void textIsFoundByItsIdAndReportedAsDelivered() {
    OutgoingId id = OutgoingId.make("somebody");
    Posted posted = carrier.post(id, "+447700900872", "Hello.");

    assertThat(posted).isInstanceOf(Posted.Accepted.class);
    assertThat(carrier.find(id, "+447700900872", "Hello.", NOW))
        .isInstanceOfSatisfying(
            Found.Messages.class, found -> assertThat(found.messages()).hasSize(1));
    assertThat(carrier.find(OutgoingId.make("somebody"), "+447700900872", "Hello.", NOW))
        .isEqualTo(new Found.Messages(List.of()));
    Awaitility.await().until(() -> reports.taken().size() == 1);
    assertThat(reports.taken().getFirst().status()).isEqualTo("delivered");
  }
}
