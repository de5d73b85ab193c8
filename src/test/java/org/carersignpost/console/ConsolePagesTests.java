package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.ApplicationTest;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class ConsolePagesTests {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @LocalServerPort private int port;
  @Autowired private Conversations conversations;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> logIn(String password) throws Exception {
    Matcher token = TOKEN.matcher(get("/login").body());
    assertThat(token.find()).isTrue();
    String form =
        "username=admin&password=%s&_csrf=%s"
            .formatted(password, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
    return browser.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void withoutALoginTheConsoleAsksForOne() throws Exception {
    assertThat(get("/console").body()).contains("Log in").doesNotContain("Last message");
  }

  @Test
  void aWrongPasswordIsToldKindly() throws Exception {
    assertThat(logIn("wrong").body()).contains("do not fit together");
  }

  @Test
  void whoeverLogsInReadsWhatWasSaidAndNothingRunsInIt() throws Exception {
    conversations.take(
        new Received(
            new MessageId("SMpages1"),
            Channel.SMS,
            InboundMessage.Sender.MOBILE,
            Optional.of("+447700900952"),
            "<script>alert(1)</script> can i talk to a person about mums dementia",
            0,
            Optional.empty()));
    String id = conversations.byNumber("+447700900952").orElseThrow().id();

    assertThat(logIn("password-of-the-tests").body()).contains("Conversations", "Log out");
    assertThat(get("/console?state=all").body())
        .contains("Last message", "/console/conversations/");
    assertThat(get("/console/conversations/" + id).body())
        .contains("&lt;script&gt;", "mums dementia")
        .doesNotContain("<script>alert");
    assertThat(get("/console/conversations/nobody").statusCode()).isEqualTo(404);
  }
}
