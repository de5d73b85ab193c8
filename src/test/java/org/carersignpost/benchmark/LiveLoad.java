package org.carersignpost.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// How soon staff see what carers write: many open pages, and texts at a steady pace.
///
/// Counted is the time from the moment a text is sent to the webhook until a page has been told,
/// once for every text and page.
final class LiveLoad {
  private static final int PAGES = 200;
  private static final int TEXTS_A_SECOND = 50;
  private static final int CARERS = Benchmarks.CARERS;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration COUNTED = Duration.ofSeconds(30);

  private final int port;
  private final String token;
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final List<Socket> pages = new ArrayList<>();
  private volatile boolean isCounting;

  LiveLoad(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /// Runs the load and prints the figures.
  ///
  /// @param texts the n-th text: carer `n % CARERS` writes it
  void run(IntFunction<ClosedLoop.Request> texts) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    String[] ids = new String[CARERS];
    for (int i = 0; i < CARERS; i++) {
      post(http, texts.apply(i));
      ids[i] = idOf(http, i);
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch open = new CountDownLatch(PAGES);
      for (int i = 0; i < PAGES; i++) {
        var _ = threads.submit(() -> listen(open));
      }
      open.await();
      int first = CARERS;
      first += pace(http, threads, texts, ids, first, WARM_UP);
      isCounting = true;
      int sent = pace(http, threads, texts, ids, first, COUNTED);
      TimeUnit.SECONDS.sleep(2);
      isCounting = false;
      for (Socket page : pages) {
        page.close();
      }
      print(sent);
    }
  }

  private int pace(
      HttpClient http,
      ExecutorService threads,
      IntFunction<ClosedLoop.Request> texts,
      String[] ids,
      int first,
      Duration duration) {
    long start = System.nanoTime();
    long between = TimeUnit.SECONDS.toNanos(1) / TEXTS_A_SECOND;
    int sent = 0;
    while (System.nanoTime() - start < duration.toNanos()) {
      int number = first + sent;
      String id = ids[number % CARERS];
      var _ =
          threads.submit(() -> {
            sentAt.put(id, System.nanoTime());
            post(http, texts.apply(number));
            return null;
          });
      sent++;
      LockSupport.parkNanos(start + sent * between - System.nanoTime());
    }
    return sent;
  }

  private Void listen(CountDownLatch open) throws IOException {
    Socket socket = new Socket("localhost", port);
    synchronized (pages) {
      pages.add(socket);
    }
    String request =
        "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(token);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    // Where a page began is not counted twice: an id is told once for each change.
    Map<String, Long> counted = new ConcurrentHashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event: hello")) {
        open.countDown();
      } else if (line.startsWith("data: ")) {
        told(line.substring("data: ".length()), counted);
      }
    }
    return null;
  }

  private void told(String id, Map<String, Long> counted) {
    Long sent = sentAt.get(id);
    if (sent != null && !sent.equals(counted.put(id, sent)) && isCounting) {
      nanos.add(System.nanoTime() - sent);
    }
  }

  private void post(HttpClient http, ClosedLoop.Request text) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + text.path()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(text.body()));
    for (String header : text.headers()) {
      String[] parts = header.split(": ", 2);
      request.header(parts[0], parts[1]);
    }
    if (http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
      throw new IOException("the webhook refused a text");
    }
  }

  private String idOf(HttpClient http, int carer) throws Exception {
    String body = "{\"phone\": \"+447700900%03d\"}".formatted(carer);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/v1/conversations/search"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String found = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return found.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private void print(int sent) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "live updates: %d pages, %d texts in %d s, %d told of %d;"
            + " median %.0f ms  p99 %.0f ms  longest %.0f ms%n",
        PAGES,
        sent,
        COUNTED.toSeconds(),
        sorted.length,
        (long) sent * PAGES,
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))] / 1e6;
  }
}
