package org.carersignpost.channel.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Twilio that rings phones, ends calls and keeps recordings, as its OpenAPI description says,
/// and misbehaves as a test wants.
///
/// It knows one account: whoever comes with other credentials is refused.
final class StandInTwilioCalls implements AutoCloseable {
  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TOKEN = "a token";

  private static final Pattern ONE =
      Pattern.compile("/(Calls|Recordings)/([A-Z]{2}[0-9a-f]{32})([.](?:json|mp3|wav))");
  private static final String ROOT = "/2010-04-01/Accounts/" + ACCOUNT;
  private static final String JSON = "application/json";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_PARAMETERS = 20;
  private static final int NO_SUCH_CREDENTIALS = 20003;
  private static final int NOT_FOUND = 20404;
  private static final int CALL_IS_OVER = 21220;

  /// What happens to a request.
  sealed interface Fate {
    /// What it asks is done.
    record Done() implements Fate {}

    /// This is answered, whatever it asks.
    record Answered(int status, String type, byte[] body) implements Fate {}

    /// It is sent to another address.
    record SentOn(int status, String url) implements Fate {}

    /// The answer breaks off before its end.
    record BrokenOff(String type, byte[] body, int length) implements Fate {}

    /// The answer goes on as long as anybody reads it.
    record Endless(String type) implements Fate {}

    /// The connection breaks without an answer.
    record Broken() implements Fate {}

    /// There is no answer as long as this Twilio is there.
    record Silent() implements Fate {}

    /// An error as Twilio tells it.
    static Answered error(int status, int code) {
      return json(
          status,
          """
          {"code": %d, "message": "As the test wants", "status": %d}
          """
              .formatted(code, status));
    }

    static Answered json(int status, String body) {
      return new Answered(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// A request as it came.
  ///
  /// @param path without that of the account
  record Asked(String method, String path, String credentials, Map<String, List<String>> form) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Fate fate;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicLong lastSid = new AtomicLong();
  private final Set<String> calls = ConcurrentHashMap.newKeySet();
  private final Set<String> allCalls = ConcurrentHashMap.newKeySet();
  private final Map<String, byte[]> recordings = new ConcurrentHashMap<>();

  StandInTwilioCalls() {
    this(new Fate.Done());
  }

  StandInTwilioCalls(Fate fate) {
    this.fate = fate;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// The requests that came, whatever became of them.
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// The requests that came, as soon as one has: whoever soon gives up may do so before it is read.
  List<Asked> awaitAsked() throws InterruptedException {
    if (!first.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Nothing was asked");
    }
    return asked();
  }

  /// The calls that ring or go on.
  Set<String> calls() {
    return Set.copyOf(calls);
  }

  /// Keeps a recording and gives its SID.
  String keep(byte[] sound) {
    String sid = sid("RE");
    recordings.put(sid, sound);
    return sid;
  }

  boolean isKept(String sid) {
    return recordings.containsKey(sid);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request = read(exchange);
      asked.add(request);
      first.countDown();
      switch (fate) {
        case Fate.Done() -> answer(exchange, done(request));
        case Fate.Answered answered -> answer(exchange, answered);
        case Fate.SentOn(var status, var url) -> {
          exchange.getResponseHeaders().set("Location", url + exchange.getRequestURI());
          answer(exchange, Fate.json(status, ""));
        }
        case Fate.BrokenOff(var type, var body, var length) -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, length);
          exchange.getResponseBody().write(body);
          exchange.getResponseBody().flush();
        }
        case Fate.Endless(var type) -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, 0);
          byte[] more = new byte[64 * 1024];
          while (closed.getCount() > 0) {
            exchange.getResponseBody().write(more);
          }
        }
        case Fate.Broken() -> {}
        case Fate.Silent() -> closed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Asked read(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String credentials =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    String path = exchange.getRequestURI().toString();
    try {
      return new Asked(
          exchange.getRequestMethod(),
          path.startsWith(ROOT) ? path.substring(ROOT.length()) : path,
          credentials,
          FormEncoding.decode(body, MOST_PARAMETERS));
    } catch (FormEncoding.TooManyParameters e) {
      throw new IOException(e);
    }
  }

  private Fate.Answered done(Asked request) {
    if (!request.credentials().equals(basic(ACCOUNT, TOKEN))) {
      return Fate.error(401, NO_SUCH_CREDENTIALS);
    }
    Matcher one = ONE.matcher(request.path());
    String sid = one.matches() ? one.group(2) : "";
    String kind =
        one.matches()
            ? "%s /%s/{Sid}%s".formatted(request.method(), one.group(1), one.group(3))
            : request.method() + " " + request.path();
    return switch (kind) {
      case "POST /Calls.json" -> rung();
      case "POST /Calls/{Sid}.json" -> ended(sid);
      case "GET /Recordings/{Sid}.mp3" -> sound(sid, "audio/mpeg");
      case "GET /Recordings/{Sid}.wav" -> sound(sid, "audio/x-wav");
      case "DELETE /Recordings/{Sid}.json" -> erased(sid);
      default -> Fate.error(404, NOT_FOUND);
    };
  }

  private Fate.Answered rung() {
    String sid = sid("CA");
    calls.add(sid);
    allCalls.add(sid);
    return Fate.json(201, call(sid, "queued"));
  }

  private Fate.Answered ended(String sid) {
    if (!allCalls.contains(sid)) {
      return Fate.error(404, NOT_FOUND);
    }
    return calls.remove(sid)
        ? Fate.json(200, call(sid, "completed"))
        : Fate.error(400, CALL_IS_OVER);
  }

  private Fate.Answered sound(String sid, String type) {
    byte[] sound = recordings.get(sid);
    return sound == null ? Fate.error(404, NOT_FOUND) : new Fate.Answered(200, type, sound.clone());
  }

  private Fate.Answered erased(String sid) {
    return recordings.remove(sid) == null
        ? Fate.error(404, NOT_FOUND)
        : new Fate.Answered(204, JSON, new byte[0]);
  }

  private String sid(String kind) {
    return "%s%032x".formatted(kind, lastSid.incrementAndGet());
  }

  private static String call(String sid, String status) {
    return """
    {
      "sid": "%s",
      "account_sid": "%s",
      "direction": "outbound-api",
      "status": "%s",
      "api_version": "2010-04-01",
      "date_created": "Mon, 02 Mar 2026 10:15:00 +0000"
    }
    """
        .formatted(sid, ACCOUNT, status);
  }

  static String basic(String user, String password) {
    String both = user + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, Fate.Answered answered) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answered.type());
    if (answered.status() == 429) {
      exchange.getResponseHeaders().set("Retry-After", "3");
    }
    int length = answered.body().length;
    // By the server's rule -1 is an empty body, and 0 one of unknown length.
    exchange.sendResponseHeaders(answered.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(answered.body());
    }
  }
}
