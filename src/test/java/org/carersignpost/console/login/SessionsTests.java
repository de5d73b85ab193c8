package org.carersignpost.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.carersignpost.conversation.TestRedis;
import org.carersignpost.privacy.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

class SessionsTests {
  private static final Seal SEAL = new Seal("a root secret for tests only");

  @TempDir Path folder;

  @Test
  void aSessionIsFoundSealedAndGetsAnotherIdOnOneRedis() {
    isKept(TestRedis::alone);
  }

  @Test
  void aSessionIsFoundSealedAndGetsAnotherIdOnACluster() {
    isKept(TestRedis::cluster);
  }

  private void isKept(Function<Path, TestRedis> starting) {
    try (TestRedis redis = starting.apply(folder)) {
      LettuceConnectionFactory connections = redis.connections();
      keep(Sessions.inRedis(connections, SEAL, Duration.ofMinutes(60)), redis);
      connections.destroy();
    }
  }

  private static <S extends Session> void keep(SessionRepository<S> inRedis, TestRedis redis) {
    PatientSessions<S> sessions = new PatientSessions<>(inRedis);
    S session = sessions.createSession();
    session.setAttribute("login.name", "anna@example.org");
    sessions.save(session);
    String before = session.getId();
    String after = session.changeSessionId();
    sessions.save(session);

    assertThat(sessions.findById(before)).isNull();
    S found = Objects.requireNonNull(sessions.findById(after));
    assertThat(found.<String>getAttribute("login.name")).isEqualTo("anna@example.org");
    assertThat(redis.everything()).contains("{s00}:session:").doesNotContain("anna");

    redis.kill();
    assertThat(sessions.findById(after)).isNull();
    S meanwhile = sessions.createSession();
    meanwhile.setAttribute("login.name", "admin");
    sessions.save(meanwhile);
    assertThat(sessions.findById(meanwhile.getId())).isNotNull();

    redis.start();
    Awaitility.await().until(() -> sessions.findById(after) != null);
    sessions.save(meanwhile);
    assertThat(inRedis.findById(meanwhile.getId())).isNotNull();
    sessions.deleteById(after);
    assertThat(sessions.findById(after)).isNull();
  }
}
