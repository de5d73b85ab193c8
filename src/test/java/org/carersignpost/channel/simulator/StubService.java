package org.carersignpost.channel.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.carersignpost.channel.twilio.TwilioSignatures;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/// A service that answers each address with the document that a test wrote, refuses what is not
/// signed, and remembers what it was told.
final class StubService implements AutoCloseable {
  static final String PUBLIC_URL = "https://ring.example.org";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TwilioSignatures signatures = new TwilioSignatures(PUBLIC_URL, "a token");
  private final Map<String, Function<Map<String, String>, String>> documents =
      new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /// @param address path and query
  record Request(String address, Map<String, String> form) {}

  StubService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  SignedPosts posts() {
    return new SignedPosts(signatures, environment());
  }

  private Environment environment() {
    return new MockEnvironment()
        .withProperty("local.server.port", Integer.toString(server.getAddress().getPort()))
        .withProperty("signpost.public-url", PUBLIC_URL);
  }

  /// Says what an address answers: the verbs of a document.
  void at(String address, String verbs) {
    documents.put(address, _ -> verbs);
  }

  void at(String address, Function<Map<String, String>, String> verbs) {
    documents.put(address, verbs);
  }

  List<Map<String, String>> told(String address) {
    return requests.stream()
        .filter(request -> request.address().equals(address))
        .map(Request::form)
        .toList();
  }

  /// What this address was told last, as soon as it was told so often.
  Map<String, String> told(String address, int times) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (told(address).size() < times) {
      if (System.nanoTime() > end) {
        throw new AssertionError(address + " was not told; but these were: " + requests);
      }
      Thread.sleep(10);
    }
    return told(address).get(times - 1);
  }

  private void answer(HttpExchange http) throws IOException {
    try (http) {
      String address = http.getRequestURI().toString();
      Map<String, String> form =
          form(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(new Request(address, form));
      String signature = http.getRequestHeaders().getFirst("X-Twilio-Signature");
      Optional<String> verbs =
          Optional.ofNullable(documents.get(address)).map(document -> document.apply(form));
      if (!signatures.matches(address, form, signature)) {
        http.sendResponseHeaders(403, -1);
      } else if (verbs.isEmpty()) {
        http.sendResponseHeaders(204, -1);
      } else {
        byte[] body =
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + verbs.get() + "</Response>")
                .getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(200, body.length);
        http.getResponseBody().write(body);
      }
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
