package org.carersignpost.knowledge.feeds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A feed on this machine that answers as badly as real ones do, the same way each time.
///
/// Passing faults strike an address the first time it is asked; lasting ones are set by a test.
public final class FaultyFeedServer implements AutoCloseable {
  private static final int PER_PAGE = 100;

  private final GeneratedFeed feed;
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private final Set<Integer> gone = new TreeSet<>();
  private final Set<Integer> lostPages = new TreeSet<>();
  private final Map<Integer, Integer> editions = new HashMap<>();
  private final Map<Integer, JsonNode> broken = new HashMap<>();
  private final int size;
  private String version = "HSDS-UK-3.0";

  /// What goes wrong.
  public enum Fault {
    /// Every ninth address first answers 500, every eleventh 429 with a wait.
    ERRORS,
    /// Every seventh address is first cut off in the middle.
    HALF_ANSWERS,
    /// Every thirteenth address first answers too late.
    SLOW,
    /// One in 1,001 does.
    SELDOM_SLOW,
    /// Totals are far too small.
    WRONG_TOTALS,
    /// Each page repeats the last record of the page before.
    DUPLICATES,
    /// No page has an ETag twice.
    CHANGING_ETAGS
  }

  /// @param size how many services it has
  public FaultyFeedServer(long seed, int size) {
    this.feed = new GeneratedFeed(seed);
    this.size = size;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public FaultyFeedServer with(Fault... more) {
    faults.addAll(List.of(more));
    return this;
  }

  public void withoutFaults() {
    faults.clear();
  }

  /// The services of these numbers are no longer there.
  public void remove(Integer... numbers) {
    gone.addAll(List.of(numbers));
  }

  /// This page cannot be had, however often it is asked for; 0 for every page again.
  public void losePage(int page) {
    if (page == 0) {
      lostPages.clear();
    } else {
      lostPages.add(page);
    }
  }

  public void change(int number) {
    editions.merge(number, 1, Integer::sum);
  }

  /// A service shows this, in the list and by itself.
  public void replace(int number, JsonNode tree) {
    broken.put(number, tree);
  }

  public void version(String words) {
    version = words;
  }

  public GeneratedFeed feed() {
    return feed;
  }

  /// Requests since it was last asked.
  public int requests() {
    return requests.getAndSet(0);
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String path = exchange.getRequestURI().toString();
    int time = asked.merge(path, 1, Integer::sum);
    int number = Math.floorMod(Ids.hash(path).hashCode(), 9_009);
    try (exchange) {
      if (time == 1 && faults.contains(Fault.ERRORS) && number % 9 == 0) {
        exchange.sendResponseHeaders(500, -1);
      } else if (time == 1 && faults.contains(Fault.ERRORS) && number % 11 == 0) {
        exchange.getResponseHeaders().set("Retry-After", "3600");
        exchange.sendResponseHeaders(429, -1);
      } else {
        boolean slow = faults.contains(Fault.SLOW) && number % 13 == 0;
        if (time == 1 && (slow || (faults.contains(Fault.SELDOM_SLOW) && number % 1_001 == 0))) {
          Thread.sleep(800);
        }
        send(exchange, path, time == 1 && faults.contains(Fault.HALF_ANSWERS) && number % 7 == 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, String path, boolean half) throws IOException {
    Optional<String> found = path.equals("/") ? Optional.of(about()) : found(exchange, path);
    if (found.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    String body = found.get();
    String etag = "\"" + Ids.hash(body) + "\"";
    if (faults.contains(Fault.CHANGING_ETAGS)) {
      etag = "\"" + requests.get() + "\"";
    }
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes, 0, half ? bytes.length / 2 : bytes.length);
  }

  private String about() {
    return FeedLines.JSON
        .createObjectNode()
        .put("version", version)
        .put("licence", "OGL")
        .toString();
  }

  private Optional<String> found(HttpExchange exchange, String path) {
    if (path.startsWith("/services?page=")) {
      int page = Integer.parseInt(path.replaceAll("^.*page=([0-9]+)&.*$", "$1"));
      return lostPages.contains(page) ? Optional.empty() : Optional.of(page(page));
    }
    String id = exchange.getRequestURI().getPath().replace("/services/", "");
    for (Map.Entry<Integer, JsonNode> one : broken.entrySet()) {
      if (one.getValue().path("id").asString("").equals(id)) {
        return Optional.of(one.getValue().toString());
      }
    }
    Integer number = numbers().get(id);
    return number == null
        ? Optional.empty()
        : Optional.of(feed.whole(number, editions.getOrDefault(number, 0)).toString());
  }

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  private Map<String, Integer> numbers() {
    if (numbers.isEmpty()) {
      for (int i = 0; i < size; i++) {
        numbers.put(feed.id(i), i);
      }
    }
    return numbers;
  }

  private String page(int page) {
    List<Integer> there = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (!gone.contains(i)) {
        there.add(i);
      }
    }
    int from = Math.min(there.size(), (page - 1) * PER_PAGE);
    int to = Math.min(there.size(), page * PER_PAGE);
    boolean wrong = faults.contains(Fault.WRONG_TOTALS);
    ObjectNode wrapper = FeedLines.JSON.createObjectNode();
    wrapper
        .put("total_items", wrong ? 3 : there.size())
        .put("total_pages", wrong ? 1 : there.size() / PER_PAGE + 1);
    wrapper.put("page_number", page).put("size", to - from);
    wrapper.put("first_page", page == 1).put("last_page", to == there.size());
    wrapper.put("empty", from == to);
    ArrayNode contents = wrapper.putArray("contents");
    if (faults.contains(Fault.DUPLICATES) && from > 0) {
      contents.add(listed(there.get(from - 1)));
    }
    there.subList(from, to).forEach(number -> contents.add(listed(number)));
    return wrapper.toString();
  }

  private JsonNode listed(int number) {
    JsonNode other = broken.get(number);
    return other == null ? feed.listed(number, editions.getOrDefault(number, 0)) : other;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
