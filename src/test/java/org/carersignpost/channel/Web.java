package org.carersignpost.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// A plain HTTP client for tests.
public final class Web {
  private static final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Web() {}

  public static HttpResponse<String> get(int port, String pathAndQuery) {
    return send(HttpRequest.newBuilder(uri(port, pathAndQuery)));
  }

  public static HttpResponse<String> post(int port, String pathAndQuery) {
    return send(
        HttpRequest.newBuilder(uri(port, pathAndQuery)).POST(HttpRequest.BodyPublishers.noBody()));
  }

  public static HttpResponse<String> postJson(int port, String path, String json) {
    return send(
        HttpRequest.newBuilder(uri(port, path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public static URI uri(int port, String pathAndQuery) {
    return URI.create("http://localhost:" + port + pathAndQuery);
  }
}
