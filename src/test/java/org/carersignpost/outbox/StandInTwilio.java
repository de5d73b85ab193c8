package org.carersignpost.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// A Twilio that takes messages over HTTP and lists them, and misbehaves as a test wants.
public final class StandInTwilio implements AutoCloseable {
  private static final String MESSAGES = "/Messages.json";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);
  private static final JsonMapper MAPPER = new JsonMapper();

  /// What happens to a message that is handed over.
  public sealed interface Fate {
    /// It is taken and that is said.
    record Taken() implements Fate {}

    /// It is not taken, and this is answered.
    record Answered(int status, int code) implements Fate {}

    /// It is taken, and this is answered all the same.
    record TakenBut(int status) implements Fate {}

    /// It is taken, and nothing is said of it: the answer is `null`.
    record TakenSilently() implements Fate {}

    /// The connection breaks without an answer.
    record Broken(boolean isTaken) implements Fate {}

    /// It is taken, but the answer takes too long.
    record Slow(long millis) implements Fate {}
  }

  /// A message that was taken.
  ///
  /// @param id the text that it belongs to, from the address for its status
  public record Message(
      String sid, String id, String to, String from, String body, Instant created) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Clock clock;
  private final BiFunction<String, Integer, Fate> fates;
  private final BiConsumer<Message, Boolean> onTaken;
  private final List<Message> taken = new ArrayList<>();
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong lastSid = new AtomicLong();

  /// @param fates says for a text's id and the number of the attempt, from 1, what happens
  /// @param onTaken told of every message taken; first before the answer, then after it
  public StandInTwilio(
      Clock clock, BiFunction<String, Integer, Fate> fates, BiConsumer<Message, Boolean> onTaken) {
    this.clock = clock;
    this.fates = fates;
    this.onTaken = onTaken;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/2010-04-01/Accounts/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public synchronized List<Message> taken() {
    return List.copyOf(taken);
  }

  public int attempts(String id) {
    AtomicInteger count = attempts.get(id);
    return count == null ? 0 : count.get();
  }

  public int attempts() {
    return attempts.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /// Whether a request is being answered.
  public boolean isBusy() {
    return underWay.get() > 0;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    underWay.incrementAndGet();
    try (exchange) {
      if (!exchange.getRequestURI().getPath().endsWith(MESSAGES)) {
        answer(exchange, 404, error(404, 20404));
      } else if (exchange.getRequestMethod().equals("GET")) {
        list(exchange);
      } else {
        post(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void post(HttpExchange exchange) throws IOException, InterruptedException {
    Map<String, String> form =
        decoded(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String id = form.getOrDefault("StatusCallback", "").replaceAll(".*[?]text=", "");
    int attempt = attempts.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
    Fate fate = fates.apply(id, attempt);
    switch (fate) {
      case Fate.Answered(var status, var code) -> answer(exchange, status, error(status, code));
      case Fate.TakenBut(var status) -> {
        Message message = take(form, id);
        answer(exchange, status, error(status, 20500));
        onTaken.accept(message, true);
      }
      case Fate.TakenSilently() -> {
        Message message = take(form, id);
        answer(exchange, 201, NullNode.getInstance());
        onTaken.accept(message, true);
      }
      case Fate.Broken(var isTaken) -> {
        if (isTaken) {
          onTaken.accept(take(form, id), true);
        }
      }
      case Fate.Slow(var millis) -> {
        Message message = take(form, id);
        Thread.sleep(millis);
        onTaken.accept(message, true);
      }
      case Fate.Taken() -> {
        Message message = take(form, id);
        answer(exchange, 201, json(message));
        onTaken.accept(message, true);
      }
    }
  }

  private Message take(Map<String, String> form, String id) {
    Message message =
        new Message(
            "SM%032x".formatted(lastSid.incrementAndGet()),
            id,
            form.getOrDefault("To", ""),
            form.getOrDefault("From", ""),
            form.getOrDefault("Body", ""),
            clock.instant());
    synchronized (this) {
      taken.add(message);
    }
    onTaken.accept(message, false);
    return message;
  }

  private void list(HttpExchange exchange) throws IOException {
    Map<String, String> query = decoded(exchange.getRequestURI().getRawQuery());
    ArrayNode messages = MAPPER.createArrayNode();
    taken().reversed().stream()
        .filter(each -> each.to().equals(query.get("To")))
        .filter(each -> each.from().equals(query.get("From")))
        .forEach(each -> messages.add(json(each)));
    ObjectNode page =
        MAPPER
            .createObjectNode()
            .put("first_page_uri", "/x")
            .put("uri", "/x")
            .put("page", 0)
            .put("page_size", 1000)
            .put("start", 0)
            .put("end", messages.size());
    page.putNull("next_page_uri");
    page.putNull("previous_page_uri");
    page.set("messages", messages);
    answer(exchange, 200, page);
  }

  private static ObjectNode json(Message message) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("sid", message.sid())
            .put("account_sid", "AC0123456789abcdef0123456789abcdef")
            .put("to", message.to())
            .put("from", message.from())
            .put("body", message.body())
            .put("status", "queued")
            .put("direction", "outbound-api")
            .put("num_segments", "1")
            .put("api_version", "2010-04-01")
            .put("date_created", TIME.format(message.created().atOffset(ZoneOffset.UTC)));
    json.putNull("error_code");
    json.putNull("date_sent");
    return json;
  }

  private static ObjectNode error(int status, int code) {
    return MAPPER
        .createObjectNode()
        .put("code", code)
        .put("message", "As the test wants")
        .put("status", status);
  }

  private static void answer(HttpExchange exchange, int status, JsonNode json) throws IOException {
    byte[] body = MAPPER.writeValueAsBytes(json);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "3");
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static Map<String, String> decoded(String encoded) {
    Map<String, String> values = new HashMap<>();
    for (String pair : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      values.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return values;
  }
}
