package org.carersignpost.console.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carersignpost.ApplicationTest;
import org.carersignpost.console.ApiCalls;
import org.carersignpost.console.ApiCalls.Caller;
import org.carersignpost.console.StaffBrowser;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.TestCarers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class OpenApiTests {
  private static final String PHONE = "+447700900960";
  private static final Caller PROGRAM = Caller.token("token-of-the-tests");
  private static final String EVENTS = "GET /api/v1/events";
  private static final List<String> HOSTILE_IDS =
      List.of("nobody", "x%20y", "%C3%A9", "a".repeat(500), "00" + "a".repeat(24), "-1", "%25");
  private static final List<String> HOSTILE_VALUES =
      List.of("null", "5", "-1", "\"\"", "[]", "{}", "[null]", "true", "\"\\u0000\"");

  @LocalServerPort private int port;
  @Autowired private Conversations conversations;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping handlers;

  private ApiCalls api;
  private JsonNode description;
  private Map<String, JsonNode> operations;

  @BeforeEach
  void readTheDescription() {
    api = new ApiCalls(port);
    description = api.description();
    operations = ApiCalls.operations(description);
  }

  private Caller admin() {
    StaffBrowser browser = new StaffBrowser(port);
    browser.logIn("admin", "password-of-the-tests");
    return Caller.session(browser);
  }

  private Caller callerFor(JsonNode operation, Caller admin) {
    return operation.get("x-role").asString().equals("admin") ? admin : PROGRAM;
  }

  /// A conversation that the program has taken.
  private String taken(int number) {
    String phone = "+4477009009" + (61 + number % 8);
    String id =
        TestCarers.says(
            conversations, "SMopenapi" + number, phone, "can i talk to a person please");
    api.send(PROGRAM, "POST", "/api/v1/conversations/" + id + "/claim", "");
    return id;
  }

  @Test
  void itIsOpenApi31AndSaysWhatItIs() {
    assertThat(description.get("openapi").asString()).startsWith("3.1");
    assertThat(description.at("/info/title").asString()).isEqualTo("Carer Signpost");
    assertThat(description.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
    assertThat(description.at("/servers/0/url").asString()).startsWith("http");
    assertThat(description.at("/components/securitySchemes").propertyNames())
        .containsExactlyInAnyOrder("token", "session", "formToken");
    assertThat(api.send(Caller.NOBODY, "GET", "/v3/api-docs.yaml", "").body())
        .contains("openapi: 3.1");
  }

  @Test
  void everyHandlerOfTheApiIsDescribedAndNothingElse() {
    Set<String> handled =
        handlers.getHandlerMethods().keySet().stream()
            .flatMap(info ->
                info.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/v1"))
                    .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                            .map(method -> method + " " + path)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(operations.keySet()).isEqualTo(handled);
    assertThat(ApiWords.read().operations().keySet()).isEqualTo(handled);
  }

  @Test
  void everyOperationSaysWhatItDoesAndForWhom() {
    List<String> ids = new ArrayList<>();
    operations.forEach((name, operation) -> {
      ids.add(operation.get("operationId").asString());
      assertThat(operation.get("summary").asString()).as(name).isNotBlank();
      assertThat(operation.get("x-role").asString()).isIn("staff", "supervisor", "admin");
      assertThat(operation.get("responses").propertyNames()).as(name).contains("401", "403", "503");
      for (JsonNode parameter : operation.path("parameters")) {
        assertThat(parameter.path("description").asString("")).as(name + parameter).isNotBlank();
      }
      for (JsonNode response : operation.get("responses")) {
        for (JsonNode content : response.path("content")) {
          assertThat(content.has("example")).as(name).isTrue();
        }
      }
      if (operation.has("requestBody")) {
        assertThat(ApiCalls.example(operation)).as(name).isNotEmpty();
      }
    });
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> lost =
        description.findValuesAsString("$ref").stream()
            .filter(reference -> description.at(reference.substring(1)).isMissingNode())
            .toList();
    assertThat(lost).isEmpty();
  }

  @Test
  void examplesAndWordsFitTheirSchemas() {
    List<String> strange = new ArrayList<>();
    operations.forEach((name, operation) -> {
      List<JsonNode> contents = new ArrayList<>();
      operation.at("/requestBody/content").forEach(contents::add);
      operation.get("responses").forEach(each -> each.path("content").forEach(contents::add));
      contents.forEach(body -> fit(name, body.get("example"), body.get("schema"), strange));
    });
    ApiWords.read()
        .fields()
        .forEach((schema, fields) -> {
          JsonNode found = description.at("/components/schemas/" + schema + "/properties");
          fields.keySet().stream()
              .filter(field -> !found.has(field.replace("*", "")))
              .forEach(field -> strange.add(schema + "." + field));
        });
    assertThat(strange).isEmpty();
  }

  private void fit(String where, JsonNode example, JsonNode schema, List<String> strange) {
    JsonNode itself =
        schema.has("$ref") ? description.at(schema.get("$ref").asString().substring(1)) : schema;
    if (example.isArray()) {
      example.forEach(each -> fit(where, each, itself.path("items"), strange));
    } else if (example.isObject()) {
      example
          .properties()
          .forEach(field -> {
            JsonNode its =
                itself.path("properties").has(field.getKey())
                    ? itself.path("properties").get(field.getKey())
                    : itself.path("additionalProperties");
            if (its.isMissingNode()) {
              strange.add(where + " " + field.getKey());
            } else {
              fit(where + "." + field.getKey(), field.getValue(), its, strange);
            }
          });
    }
  }

  @Test
  void theExamplesOfRequestsWork() {
    Caller admin = admin();
    int number = 0;
    for (String name : inOrder()) {
      JsonNode operation = operations.get(name);
      if (operation == null || ApiCalls.example(operation).isEmpty()) {
        continue;
      }
      String path =
          name.split(" ")[1]
              .replace("{name}", "sam@example.org")
              .replace("{line}", "2")
              .replaceAll("\\{(id|conversation)}", taken(number++));
      HttpResponse<String> response =
          api.send(
              callerFor(operation, admin), name.split(" ")[0], path, ApiCalls.example(operation));
      assertThat(operation.get("responses").propertyNames().iterator().next())
          .as(name + " " + response.body())
          .isEqualTo(Integer.toString(response.statusCode()));
    }
  }

  /// Whoever is changed must be invited first.
  private List<String> inOrder() {
    List<String> names = new ArrayList<>(operations.keySet());
    names.remove("POST /api/v1/people");
    names.addFirst("POST /api/v1/people");
    return names;
  }

  @Test
  void nothingThatIsSentInIsAFaultOfOurs() {
    Caller admin = admin();
    String id = taken(100);
    List<String> faults = new ArrayList<>();
    operations.forEach((name, operation) -> {
      if (name.equals(EVENTS)) {
        return;
      }
      Caller caller = callerFor(operation, admin);
      List<String> ids = new ArrayList<>(name.contains("{") ? HOSTILE_IDS : List.of());
      ids.add(id);
      for (String each : ids) {
        for (String body : bodies(operation)) {
          sendHostile(caller, name, each, body, faults);
        }
      }
    });
    assertThat(faults).isEmpty();
  }

  private void sendHostile(
      Caller caller, String name, String id, String body, List<String> faults) {
    String path = name.split(" ")[1].replace("{line}", "2").replaceAll("\\{\\w+}", id);
    HttpResponse<String> response = api.send(caller, name.split(" ")[0], path, body);
    if (response.statusCode() >= 500) {
      faults.add("%s %s %s: %d".formatted(name, id, body, response.statusCode()));
    }
  }

  private List<String> bodies(JsonNode operation) {
    if (!operation.has("requestBody")) {
      return List.of("");
    }
    List<String> bodies = new ArrayList<>(List.of("{", "null", "[]", "{}", "5"));
    JsonNode example = ApiCalls.JSON.readTree(ApiCalls.example(operation));
    Set<String> fields = new TreeSet<>(example.propertyNames());
    String schema =
        operation.at("/requestBody/content").iterator().next().at("/schema/$ref").asString("");
    fields.addAll(description.at(schema.substring(1) + "/properties").propertyNames());
    for (String field : fields) {
      for (String value : HOSTILE_VALUES) {
        bodies.add("{\"" + field + "\": " + value + "}");
      }
    }
    return bodies;
  }

  @Test
  void strangeKeysAndQuestionsAreRefusedAndNoFaultOfOurs() {
    String claim = "/api/v1/conversations/" + taken(101) + "/claim";
    for (String key : List.of("short", "x".repeat(65), "not a key at all", "k\u00e9y-of-mine")) {
      Map<String, String> headers =
          Map.of("Authorization", "Bearer token-of-the-tests", "Idempotency-Key", key);
      assertThat(api.send(new Caller(headers), "POST", claim, "").statusCode())
          .as(key)
          .isEqualTo(400);
    }
    String many =
        IntStream.range(0, 11)
            .mapToObj(i -> "\"s" + i + "\"")
            .collect(Collectors.joining(",", "{\"words\": \"x\", \"states\": [", "]}"));
    String search = "/api/v1/conversations/search";
    assertThat(api.send(PROGRAM, "POST", search, many).statusCode()).isEqualTo(400);
    for (String more : List.of("\"page\": -1", "\"states\": [null]", "\"states\": [\"lost\"]")) {
      String body = "{\"words\": \"x\", " + more + "}";
      assertThat(api.send(PROGRAM, "POST", search, body).statusCode()).as(more).isEqualTo(400);
    }
    String rota =
        IntStream.range(0, 15)
            .mapToObj(_ -> "{\"days\": [\"MONDAY\"], \"spans\": [\"09:00-10:00\"]}")
            .collect(Collectors.joining(",", "{\"rota\": [", "]}"));
    Caller admin = admin();
    api.send(
        admin,
        "POST",
        "/api/v1/people",
        "{\"name\": \"rota-too-long\", \"organisation\": \"partnership\"}");
    for (String body : List.of(rota, "{\"rota\": [null]}", "{\"teams\": [null]}")) {
      assertThat(api.send(admin, "PUT", "/api/v1/people/rota-too-long", body).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    for (String question :
        List.of(
            "conversations?page=2147483647&size=200",
            "conversations?page=99999999999",
            "directory?q=",
            "directory",
            "audit?before=x",
            "audit?from=yesterday",
            "audit?size=0",
            "audit?action=unheard",
            "directory?q=x&conversation=nobody",
            "replies?conversation=nobody")) {
      assertThat(api.send(PROGRAM, "GET", "/api/v1/" + question, "").statusCode())
          .as(question)
          .isLessThan(500);
    }
  }

  @Test
  void theDescriptionNamesNobodyReal() {
    assertThat(description.toString()).doesNotContainPattern("\\+44(?!7700900)");
    assertThat(PHONE).startsWith("+447700900");
  }
}
