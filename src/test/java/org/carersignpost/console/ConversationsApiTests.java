package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.carersignpost.ApplicationTest;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.TestCallers;
import org.carersignpost.conversation.TestCarers;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.handoff.LiveCalls;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.TestAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class ConversationsApiTests {
  private static final String PHONE = "+447700900951";
  private static final String PASSWORD = "a password for the calls";
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort private int port;
  @Autowired private Conversations conversations;
  @Autowired private LiveCalls calls;
  @Autowired private ApplicationContext context;

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
  void whoIsOnThePhoneIsListedWithWhoeverTalksWithThem() throws Exception {
    String id = TestCarers.says(conversations, "SMapi2", "+447700900874", "can i talk to a person");
    calls.seen("CAapi1", id, 0);
    calls.waits("CAapi1", "carers", Priority.URGENT);
    try {
      JsonNode waits = call(id);
      assertThat(waits.get("waitingSince").asString()).isEqualTo("2026-03-02T10:15:00Z");
      assertThat(waits.get("since").asString()).isEqualTo("2026-03-02T10:15:00Z");
      assertThat(waits.get("priority").asString()).isEqualTo("urgent");
      assertThat(waits.get("team").asString()).isEqualTo("carers");
      assertThat(waits.has("with")).isFalse();
      calls.take("CAapi1", "admin");
      JsonNode talks = call(id);
      assertThat(talks.get("with").asString()).isEqualTo("admin");
      assertThat(talks.has("waitingSince")).isFalse();
    } finally {
      calls.ended("CAapi1");
    }
  }

  private JsonNode call(String id) throws Exception {
    return json(withToken("/api/v1/calls"))
        .valueStream()
        .filter(call -> call.get("conversation").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCallBackIsToldAndAMessageIsGivenInPieces() throws Exception {
    String id =
        TestCallers.rings(conversations, "CAapi2", "+447700900875")
            .wantsToBeRungBack("after six")
            .conversation();
    TestCallers.keepsMessage(context, id, "RE4714");
    String path = "/api/v1/conversations/" + id;
    assertThat(json(withToken(path)).get("callBack").asString()).isEqualTo("after six");
    HttpResponse<String> piece =
        send(withToken(path + "/recordings/RE4714").header("Range", "bytes=2-"));
    assertThat(piece.statusCode()).isEqualTo(206);
    assertThat(piece.body()).isEqualTo("4714");
    assertThat(send(withToken(path + "/recordings/RE4715")).statusCode()).isEqualTo(404);
  }

  @Test
  void aCarerIsRungOnceForEachKeyByWhoeverHasAPhone() throws Exception {
    String path = "/api/v1/conversations/" + idOfTheCarer() + "/call";
    assertThat(send(post(withToken(path), "")).statusCode()).isEqualTo(422);
    TestAccounts.add(context, "fay", "Fay Fox", Role.STAFF, "partnership", PASSWORD);
    StaffBrowser browser = new StaffBrowser(port);
    browser.logIn("fay", PASSWORD);
    browser.get("/account");
    browser.post("/account/phone", "phone", "07700 900803");
    Map<String, String> headers = new HashMap<>(ApiCalls.Caller.session(browser).headers());
    headers.put("Idempotency-Key", "a-wish-of-fay");
    ApiCalls.Caller fay = new ApiCalls.Caller(headers);
    ApiCalls api = new ApiCalls(port);
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> rings = api.send(fay, "POST", path, "");
      assertThat(rings.statusCode()).as(rings.body()).isEqualTo(202);
      assertThat(rings.body()).isEqualTo("{\"phone\":\"ringing\"}");
    }
    assertThat(calls.legs("out-" + idOfTheCarer())).hasSize(1);
  }

  @Test
  void figuresWantTheTokenAndHealthDoesNot() throws Exception {
    assertThat(send(to("/actuator/health")).statusCode()).isEqualTo(200);
    assertThat(send(to("/actuator/prometheus")).statusCode()).isEqualTo(401);
    assertThat(send(withToken("/actuator/prometheus")).statusCode()).isEqualTo(200);
  }
}
