package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.TestCarers;
import org.carersignpost.conversation.TestRedis;
import org.carersignpost.staff.ApiTokens;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two copies of the service on one Redis: whatever happens at one is so at the other.
class TwoCopiesTests {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static TwoCopies copies;
  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext other;

  @BeforeAll
  static void start(@TempDir Path folder) {
    copies = new TwoCopies(folder);
    one = copies.one();
    other = copies.other();
  }

  @AfterAll
  static void stop() {
    copies.close();
  }

  private static int port(ConfigurableApplicationContext copy) {
    return Integer.parseInt(copy.getEnvironment().getRequiredProperty("local.server.port"));
  }

  private static String token(String name) {
    return one.getBean(ApiTokens.class)
        .make(
            StaffMember.ofAll("admin", Role.ADMIN),
            name,
            Role.STAFF,
            Optional.of("partnership"),
            LocalDate.now(ZoneOffset.UTC).plusDays(30))
        .secret();
  }

  /// A carer texts one copy and asks for a person.
  private static String carer(String number) {
    Conversations conversations = one.getBean(Conversations.class);
    return TestCarers.says(conversations, "SM" + number, number, "can i talk to a person please");
  }

  private static HttpRequest.Builder request(
      ConfigurableApplicationContext copy, String path, String token) {
    return HttpRequest.newBuilder(URI.create(TwoCopies.address(copy, path)))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> post(
      ConfigurableApplicationContext copy, String path, String token, String body)
      throws Exception {
    return HTTP.send(
        request(copy, path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode view(ConfigurableApplicationContext copy, String id) throws Exception {
    return JSON.readTree(
        HTTP.send(
                request(copy, "/api/v1/conversations/" + id, TwoCopies.API_TOKEN).build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  @Test
  void aLoginAtOneCopyIsOneAtTheOtherUntilItEnds() {
    StaffBrowser browser = new StaffBrowser(port(one));
    browser.logIn("admin", TwoCopies.ADMIN_PASSWORD);
    String elsewhere = TwoCopies.address(other, "/console");
    assertThat(browser.get(elsewhere).body()).contains("Log out");

    browser.post(TwoCopies.address(other, "/logout"));
    assertThat(browser.get("/console").uri().getPath()).isEqualTo("/login");
  }

  @Test
  void ofTwoWhoClaimAtTwoCopiesOneHasIt() throws Exception {
    List<String> tokens = List.of(token("racer-one"), token("racer-other"));
    for (int i = 0; i < 20; i++) {
      String id = carer("+4477009008%02d".formatted(i));
      String path = "/api/v1/conversations/" + id + "/claim";
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<HttpResponse<String>> here =
            threads.submit(() -> post(one, path, tokens.getFirst(), ""));
        Future<HttpResponse<String>> there =
            threads.submit(() -> post(other, path, tokens.getLast(), ""));
        assertThat(Stream.of(here.get(), there.get()).map(HttpResponse::statusCode))
            .containsExactlyInAnyOrder(200, 409);
        HttpResponse<String> winner = here.get().statusCode() == 200 ? here.get() : there.get();
        String owner = JSON.readTree(winner.body()).get("conversation").get("owner").asString();
        assertThat(view(one, id).get("owner").asString()).isEqualTo(owner);
        assertThat(view(other, id).get("owner").asString()).isEqualTo(owner);
      }
    }
  }

  @Test
  void whatHappensAtOneCopyIsToldLiveAtTheOther() throws Exception {
    try (Stream<String> stream = events(other, "")) {
      BlockingQueue<String> lines = lines(stream);
      awaitLine(lines, "event: hello");
      String id = carer("+447700900830");
      awaitLine(lines, "data: " + id);
    }
  }

  @Test
  void whoeverComesBackIsToldWhatTheyMissedAtAnyCopy() throws Exception {
    String last;
    try (Stream<String> stream = events(one, "")) {
      BlockingQueue<String> lines = lines(stream);
      last = awaitLine(lines, "id: ").substring("id: ".length());
    }
    String id = carer("+447700900831");
    try (Stream<String> stream = events(other, last)) {
      awaitLine(lines(stream), "data: " + id);
    }
  }

  @Test
  void whoeverHasMissedTooMuchIsToldToLoadThePageAnew() throws Exception {
    try (Stream<String> stream = events(other, "1-0")) {
      awaitLine(lines(stream), "event: reload");
    }
  }

  @Test
  void whatOneCopySavedTheOtherMaySend() throws Exception {
    String id = carer("+447700900832");
    String token = token("writer");
    post(other, "/api/v1/conversations/" + id + "/claim", token, "");
    HttpResponse<String> sent =
        post(
            other,
            "/api/v1/conversations/" + id + "/messages",
            token,
            "{\"text\": \"Hello from the other copy\"}");
    assertThat(sent.statusCode()).isEqualTo(202);
    TestRedis.await("the text is delivered", () -> isDelivered(id));
  }

  private static boolean isDelivered(String id) {
    try {
      return view(one, id)
          .get("messages")
          .valueStream()
          .anyMatch(message -> message.path("delivery").asString("").equals("delivered"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> events(ConfigurableApplicationContext copy, String last)
      throws Exception {
    HttpRequest.Builder request = request(copy, "/api/v1/events", TwoCopies.API_TOKEN);
    if (!last.isEmpty()) {
      request.header("Last-Event-ID", last);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body();
  }

  private static BlockingQueue<String> lines(Stream<String> stream) {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread.startVirtualThread(() -> {
      try {
        stream.forEach(lines::add);
      } catch (RuntimeException e) {
        // The test has closed it.
        lines.clear();
      }
    });
    return lines;
  }

  private static String awaitLine(BlockingQueue<String> lines, String start) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    String line = "";
    while (!line.startsWith(start)) {
      line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(line).as("a line that starts with %s", start).isNotNull();
    }
    return line;
  }
}
