package org.carersignpost.knowledge.openreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carersignpost.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The feed as the whole service gives it to strangers.
@ApplicationTest
class OpenReferralTests {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  private HttpResponse<String> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/open-referral%s".formatted(port, path)))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/openapi.json",
        "/services",
        "/taxonomies",
        "/taxonomy_terms",
        "/organizations",
        "/service_at_locations"
      })
  void strangersReadItAndLeaveNoTrace(String path) {
    HttpResponse<String> response = send("GET", path, "Accept", "text/html");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    assertThat(header(response, "Cache-Control")).isEqualTo("max-age=300, public");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(response.headers().allValues("Pragma")).isEmpty();
    Trees.JSON.readTree(response.body());

    HttpResponse<String> head = send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(header(response, "ETag")).isNotEmpty();
    assertThat(header(head, "Content-Length")).isEqualTo(header(response, "Content-Length"));

    HttpResponse<String> again = send("GET", path, "If-None-Match", header(response, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(header(again, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void pagesOfOtherSitesMayAskFirst() {
    HttpResponse<String> response =
        send(
            "OPTIONS",
            "/services",
            "Origin",
            "https://council.example.org",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "if-none-match");
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "Access-Control-Allow-Methods")).contains("GET", "HEAD");
    assertThat(header(response, "Access-Control-Allow-Headers")).isEqualTo("*");
    assertThat(
            header(
                send("GET", "/services?page=x", "Origin", "https://council.example.org"),
                "Access-Control-Allow-Origin"))
        .isEqualTo("*");
  }

  @Test
  void nothingCanBeChanged() {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      HttpResponse<String> response = send(method, "/services");
      assertThat(response.statusCode()).as(method).isEqualTo(405);
      assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
      assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void errorsAreProblems() {
    for (String path :
        List.of("/services/x", "/services?page=0", "/services?day=x", "/taxonomies/%20")) {
      HttpResponse<String> response = send("GET", path, "Accept", "text/html");
      assertThat(response.statusCode()).as(path).isEqualTo(400);
      assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
      assertThat(header(response, "Cache-Control")).contains("no-store");
    }
    for (String path :
        List.of("/services/00000000-0000-4000-8000-000000000000", "/nothing", "/services/")) {
      HttpResponse<String> response = send("GET", path);
      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services/%00",
        "/services/..%2f..%2fetc",
        "/services/%zz",
        "/services?page=%zz",
        "/services?page=%ff%fe",
        "/services?search=%",
        "/services?search=\u0001",
        "/services/\u00e9",
        "//services",
        "/services;x=1",
      })
  void strangeBytesAreRefused(String path) throws IOException {
    assertThat(rawStatus(path)).isBetween(400, 404);
  }

  @Test
  void endlessAddressesAreRefused() throws IOException {
    assertThat(rawStatus("/services?search=" + "a".repeat(100_000))).isEqualTo(400);
    assertThat(rawStatus("/services?" + "search=a&".repeat(800))).isEqualTo(400);
  }

  /// What no client would send.
  private int rawStatus(String path) throws IOException {
    try (Socket socket = new Socket("localhost", port);
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      String request =
          "GET /open-referral%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
              .formatted(path);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return Integer.parseInt(answer.readLine().split(" ")[1]);
    }
  }
}
