package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.carersignpost.ApplicationTest;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.TestCarers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class ConversationsApiTests {
  private static final String PHONE = "+447700900951";
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort private int port;
  @Autowired private Conversations conversations;

  @BeforeEach
  void aCarerAsksForAPerson() {
    TestCarers.says(conversations, "SMapi1", PHONE, "can i talk to a person please");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpRequest.Builder withToken(String path) {
    return to(path).header("Authorization", "Bearer token-of-the-tests");
  }

  private JsonNode json(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static HttpRequest.Builder post(HttpRequest.Builder request, String body) {
    return request
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private String idOfTheCarer() throws Exception {
    JsonNode found =
        json(post(withToken("/api/v1/conversations/search"), "{\"phone\": \"" + PHONE + "\"}"));
    assertThat(found.get("total").asInt()).isEqualTo(1);
    return found.get("items").get(0).get("id").asString();
  }

  @Test
  void whoeverWaitsIsListed() throws Exception {
    JsonNode page = json(withToken("/api/v1/conversations?state=waiting&page=0&size=200"));
    String id = idOfTheCarer();
    assertThat(page.get("total").asInt()).isPositive();
    assertThat(page.get("items").valueStream().map(item -> item.get("id").asString())).contains(id);
    assertThat(page.get("items").valueStream().map(item -> item.get("state").asString()))
        .containsOnly("waiting");
  }

  @Test
  void aConversationIsShownWithItsMessagesButNeverItsNumber() throws Exception {
    HttpResponse<String> response = send(withToken("/api/v1/conversations/" + idOfTheCarer()));
    JsonNode view = JSON.readTree(response.body());
    assertThat(view.get("priority").asString()).isEqualTo("normal");
    assertThat(view.get("messages").get(0).get("from").asString()).isEqualTo("carer");
    assertThat(view.get("messages").get(0).get("text").asString())
        .isEqualTo("can i talk to a person please");
    assertThat(view.get("messages").get(1).get("from").asString()).isEqualTo("bot");
    assertThat(response.body()).doesNotContain("7700900951");
  }

  @Test
  void withoutALoginNothingIsShown() throws Exception {
    HttpResponse<String> response = send(to("/api/v1/conversations"));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void aWrongTokenIsRefused() throws Exception {
    HttpResponse<String> response =
        send(to("/api/v1/conversations").header("Authorization", "Bearer wrong"));
    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void onlyWholeNumbersAreSearchedFor() throws Exception {
    HttpResponse<String> response =
        send(post(withToken("/api/v1/conversations/search"), "{\"phone\": \"7700\"}"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).get("detail").asString()).contains("+447700900123");
  }

  @Test
  void badQuestionsGetAProblem() throws Exception {
    assertThat(send(withToken("/api/v1/conversations?state=lost")).statusCode()).isEqualTo(400);
    assertThat(send(withToken("/api/v1/conversations?size=0")).statusCode()).isEqualTo(400);
    assertThat(send(withToken("/api/v1/conversations?page=x")).statusCode()).isEqualTo(400);
    assertThat(send(withToken("/api/v1/conversations/nobody")).statusCode()).isEqualTo(404);
    assertThat(send(post(withToken("/api/v1/conversations/search"), "{")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void figuresWantTheTokenAndHealthDoesNot() throws Exception {
    assertThat(send(to("/actuator/health")).statusCode()).isEqualTo(200);
    assertThat(send(to("/actuator/prometheus")).statusCode()).isEqualTo(401);
    assertThat(send(withToken("/actuator/prometheus")).statusCode()).isEqualTo(200);
  }
}
