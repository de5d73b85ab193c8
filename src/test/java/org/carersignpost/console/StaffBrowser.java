package org.carersignpost.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody's browser: it keeps cookies, follows redirects, and sends forms with the token that the
/// last page had.
public final class StaffBrowser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final HttpClient patient = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String root;
  private String token = "";

  public StaffBrowser(int port) {
    this.root = "http://localhost:" + port;
  }

  HttpResponse<String> get(String path) {
    return read(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html"));
  }

  /// Sends a form.
  ///
  /// @param fields names and values, by turns
  HttpResponse<String> post(String path, String... fields) {
    return read(form(path, fields));
  }

  private HttpRequest.Builder form(String path, String... fields) {
    List<String> form = new ArrayList<>(List.of("_csrf=" + encoded(token)));
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i] + "=" + encoded(fields[i + 1]));
    }
    return HttpRequest.newBuilder(uri(path))
        .header("Accept", "text/html")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)));
  }

  /// Sends a form and follows redirects only until one leads to an address that begins like that.
  ///
  /// @return that address
  String postUntil(String path, String address, String... fields) {
    HttpRequest.Builder next = form(path, fields);
    for (int redirects = 0; redirects < 5; redirects++) {
      HttpResponse<String> response = send(patient, next);
      String location =
          response
              .headers()
              .firstValue("Location")
              .orElseThrow(
                  () -> new IllegalStateException(response.statusCode() + " at " + response.uri()));
      if (location.startsWith(address)) {
        return location;
      }
      next = HttpRequest.newBuilder(uri(location));
    }
    throw new IllegalStateException("Too many redirects");
  }

  public HttpResponse<String> logIn(String name, String password) {
    get("/login");
    return post("/login", "username", name, "password", password);
  }

  HttpResponse<String> read(HttpRequest.Builder request) {
    HttpResponse<String> response = send(request);
    Matcher found = TOKEN.matcher(response.body());
    if (found.find()) {
      token = found.group(1);
    }
    return response;
  }

  /// Sends something that is no page.
  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(client, request);
  }

  private static HttpResponse<String> send(HttpClient with, HttpRequest.Builder request) {
    try {
      return with.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  URI uri(String path) {
    return URI.create(path.startsWith("http") ? path : root + path);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
