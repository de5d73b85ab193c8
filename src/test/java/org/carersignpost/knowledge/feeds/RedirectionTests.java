package org.carersignpost.knowledge.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.carersignpost.knowledge.feeds.FeedClient.Answer;
import org.carersignpost.knowledge.feeds.FeedClient.Validators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedirectionTests {
  private HttpServer server;

  @BeforeEach
  void begin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void redirect(String from, String to) {
    server.createContext(
        from,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private void answer(String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private Answer get(FeedLimits limits) throws IOException {
    PublicAddresses here =
        new PublicAddresses(
            SystemDefaultDnsResolver.INSTANCE, InetAddress.ofLiteral("127.0.0.1")::equals);
    try (FeedClient client = new FeedClient(here, limits, Duration.ZERO)) {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/start");
      return client.get(address, Validators.NONE, Pages::isWhole);
    }
  }

  @Test
  void threeRedirectionsAreFollowed() throws IOException {
    redirect("/start", "/b");
    redirect("/b", "/c");
    redirect("/c", "/d");
    answer("/d", "{}");

    assertThat(get(TestFeeds.QUICK)).isInstanceOf(Answer.Body.class);
  }

  @Test
  void fourthRedirectionIsNot() throws IOException {
    redirect("/start", "/b");
    redirect("/b", "/c");
    redirect("/c", "/d");
    redirect("/d", "/e");
    answer("/e", "{}");

    assertThat(get(TestFeeds.QUICK)).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void redirectionIntoAPrivateNetworkIsRefused() throws IOException {
    redirect("/start", "http://169.254.169.254/latest/meta-data/");

    assertThat(get(TestFeeds.QUICK))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.reason()).contains("not on the public internet"));
  }

  @Test
  void redirectionToAFileIsRefused() throws IOException {
    redirect("/start", "file:///etc/passwd");

    assertThat(get(TestFeeds.QUICK)).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void answerThatIsTooLongIsNotKept() throws IOException {
    answer("/start", "[" + "1,".repeat(6_000_000) + "1]");

    assertThat(get(TestFeeds.QUICK))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.reason()).contains("bytes in one answer"));
  }
}
