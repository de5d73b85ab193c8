package org.carersignpost.console;

import java.io.IOException;
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

/// A browser that runs no scripts: it sends a form of a page with all that is hidden in it.
public final class ConsoleBrowser {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String root;
  private HttpResponse<String> page;

  public ConsoleBrowser(int port) throws IOException, InterruptedException {
    root = "http://localhost:" + port;
    page = get("/login");
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    page =
        client.send(
            HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString());
    return page;
  }

  public HttpResponse<String> logIn(String name, String password)
      throws IOException, InterruptedException {
    get("/login");
    return submit("/login", "username", name, "password", password);
  }

  /// Fills a form of the page it is on and sends it.
  ///
  /// @param action the end of the form's address
  /// @param fields names and values, by turns
  public HttpResponse<String> submit(String action, String... fields)
      throws IOException, InterruptedException {
    page = client.send(form(action, fields).build(), HttpResponse.BodyHandlers.ofString());
    return page;
  }

  /// The same as a script does it, which stays on the page.
  HttpResponse<String> submitByScript(String action, String... fields)
      throws IOException, InterruptedException {
    return client.send(
        form(action, fields).header("Accept", "application/json").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// Sends a form of the page to another address than its own, as a page cannot.
  HttpResponse<String> submitElsewhere(String action, String other, String... fields)
      throws IOException, InterruptedException {
    HttpRequest sent = form(action, fields).build();
    URI elsewhere = URI.create(sent.uri().toString().replace(action, other));
    return client.send(
        HttpRequest.newBuilder(sent, (name, value) -> true).uri(elsewhere).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder form(String action, String... fields) {
    Matcher form =
        Pattern.compile(
                "<form[^>]*action=\"([^\"]*" + Pattern.quote(action) + ")\"[^>]*>(.*?)</form>",
                Pattern.DOTALL)
            .matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("There is no form for " + action + " on " + page.uri());
    }
    List<String> sent = new ArrayList<>();
    Matcher hidden = HIDDEN.matcher(form.group(2));
    while (hidden.find()) {
      sent.add(hidden.group(1) + "=" + encoded(hidden.group(2)));
    }
    for (int i = 0; i < fields.length; i += 2) {
      sent.add(fields[i] + "=" + encoded(fields[i + 1]));
    }
    return HttpRequest.newBuilder(URI.create(root + form.group(1)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", sent)));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
