package org.carersignpost.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the API as its description has it.
public final class ApiCalls {
  public static final JsonMapper JSON = new JsonMapper();
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port;

  public ApiCalls(int port) {
    this.port = port;
  }

  /// Somebody who calls, known by these headers.
  public record Caller(Map<String, String> headers) {
    public static final Caller NOBODY = new Caller(Map.of());

    public static Caller token(String token) {
      return new Caller(Map.of("Authorization", "Bearer " + token));
    }

    public static Caller withoutFormToken(StaffBrowser browser) {
      return new Caller(Map.of("Cookie", cookies(browser)));
    }

    public static Caller session(StaffBrowser browser) {
      Matcher found = CSRF.matcher(browser.get("/account").body());
      if (!found.find()) {
        throw new IllegalStateException("the account page has no form");
      }
      return new Caller(Map.of("Cookie", cookies(browser), "X-XSRF-TOKEN", found.group(1)));
    }

    private static String cookies(StaffBrowser browser) {
      return browser.cookies.getCookieStore().getCookies().stream()
          .map(cookie -> cookie.getName() + "=" + cookie.getValue())
          .collect(Collectors.joining("; "));
    }
  }

  /// The description.
  public JsonNode description() {
    return JSON.readTree(send(Caller.NOBODY, "GET", "/v3/api-docs", "").body());
  }

  /// The operations by method and path, `GET /api/v1/me`.
  public static Map<String, JsonNode> operations(JsonNode description) {
    Map<String, JsonNode> operations = new TreeMap<>();
    description
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation ->
                    operations.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        operation.getValue())));
    return operations;
  }

  /// The example of a request's body; empty if there is none.
  public static String example(JsonNode operation) {
    JsonNode body =
        operation.at("/requestBody/content").isMissingNode()
            ? operation.at("/requestBody/content")
            : operation.at("/requestBody/content").iterator().next().path("example");
    return body.isMissingNode() ? "" : body.toString();
  }

  public HttpResponse<String> send(Caller caller, String method, String path, String body) {
    return send(caller, method, path, body, HttpResponse.BodyHandlers.ofString());
  }

  /// Opens what does not end by itself.
  public HttpResponse<InputStream> open(Caller caller, String path) {
    return send(caller, "GET", path, "", HttpResponse.BodyHandlers.ofInputStream());
  }

  private <T> HttpResponse<T> send(
      Caller caller, String method, String path, String body, HttpResponse.BodyHandler<T> answer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    caller.headers().forEach(request::header);
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    try {
      return CLIENT.send(request.build(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
