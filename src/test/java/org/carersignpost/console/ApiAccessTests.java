package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.ApplicationTest;
import org.carersignpost.console.ApiCalls.Caller;
import org.carersignpost.console.ApiCast.Of;
import org.carersignpost.console.ApiCast.Someone;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.TestCallers;
import org.carersignpost.handoff.LiveCalls;
import org.carersignpost.outbox.Outbox;
import org.carersignpost.staff.ApiTokens;
import org.carersignpost.staff.Invitations;
import org.carersignpost.staff.People;
import org.carersignpost.staff.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// Who may do what by the API, for every operation that its description names.
///
/// It has a service of its own, because there must be a second organisation.
@ApplicationTest
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiAccessTests {
  private static final String EVENTS = "GET /api/v1/events";
  private static final String OVERVIEW = "/api/v1/overview";

  /// The least role by operation, written down by hand and not taken from the code.
  private static final Map<String, Role> NEEDED =
      Stream.of(
              "staff: GET conversations, GET conversations/queue, POST conversations/search",
              "staff: GET conversations/{id}, POST conversations/{id}/claim, POST conversations/{id}/release",
              "staff: POST conversations/{id}/messages, POST conversations/{id}/notes",
              "staff: POST conversations/{id}/transfer, POST conversations/{id}/hand-back",
              "staff: POST conversations/{id}/close, GET conversations/{id}/draft",
              "staff: PUT conversations/{id}/draft, POST conversations/{id}/looking",
              "staff: GET directory, GET replies, GET texts/troubled, POST texts/{text}/cancel",
              "staff: POST texts/{text}/send-again, POST texts/{text}/acknowledge",
              "staff: GET calls, POST conversations/{id}/call",
              "staff: GET conversations/{id}/recordings/{recording}",
              "staff: GET events, GET me, PUT me/duty",
              "supervisor: POST conversations/{id}/take-over, GET overview, GET reviews, GET audit",
              "supervisor: PUT reviews/{conversation}/{line}, DELETE reviews/{conversation}/{line}",
              "admin: GET people, POST people, GET people/{name}, PUT people/{name}",
              "admin: POST people/{name}/disable, POST people/{name}/enable",
              "admin: POST people/{name}/invitation, DELETE people/{name}/second-factor",
              "admin: GET tokens, POST tokens, DELETE tokens/{id}")
          .flatMap(line ->
              Stream.of(line.split(": ")[1].split(", "))
                  .map(each -> Map.entry(each.replace(" ", " /api/v1/"), role(line.split(":")[0]))))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  @LocalServerPort private int port;
  @Autowired private Conversations conversations;
  @Autowired private ApiTokens tokens;
  @Autowired private People people;
  @Autowired private Invitations invitations;
  @Autowired private Outbox outbox;
  @Autowired private LiveCalls calls;
  @Autowired private ApplicationContext context;

  private ApiCalls api;
  private Map<String, JsonNode> operations;
  private ApiCast cast;
  private List<Someone> all;

  @DynamicPropertySource
  static void twoOrganisations(DynamicPropertyRegistry properties) throws IOException {
    // A folder by JUnit would come after the context.
    Path data = Files.createTempDirectory(Path.of("target"), "access-data").toAbsolutePath();
    properties.add("signpost.data-dir", data::toString);
    Map<String, String> organisations = new TreeMap<>();
    organisations.put("[0].id", "partnership");
    organisations.put("[0].name", "Carers' partnership");
    organisations.put("[0].teams[0].id", "carers");
    organisations.put("[0].teams[0].name", "Carers' team");
    organisations.put("[0].teams[0].shared", "true");
    organisations.put("[0].teams[1].id", "young-carers");
    organisations.put("[0].teams[1].name", "Young carers' team");
    organisations.put("[0].teams[1].apart", "true");
    organisations.put("[1].id", "neighbours");
    organisations.put("[1].name", "Neighbours");
    organisations.put("[1].teams[0].id", "neighbours");
    organisations.put("[1].teams[0].name", "Neighbours' team");
    organisations.forEach(
        (key, value) -> properties.add("signpost.organisations" + key, () -> value));
  }

  @BeforeAll
  void everybodyComesIn() {
    cast = new ApiCast(port, conversations, tokens, people, invitations, outbox);
    api = cast.api;
    all = cast.all;
    operations = ApiCalls.operations(api.description());
  }

  private static Role role(String name) {
    return Role.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static boolean isEnough(Role role, Role needed) {
    return role.compareTo(needed) >= 0;
  }

  private int status(Caller caller, String name, String path, String body) {
    if (name.equals(EVENTS)) {
      HttpResponse<InputStream> stream = api.open(caller, path);
      try {
        stream.body().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return stream.statusCode();
    }
    return api.send(caller, name.split(" ")[0], path, body).statusCode();
  }

  private String bodyOf(String name) {
    return known(operations, name).has("requestBody") ? "{}" : "";
  }

  @Test
  void everyOperationIsInTheTableAndSaysTheSameRole() {
    assertThat(operations.keySet()).isEqualTo(new TreeSet<>(NEEDED.keySet()));
    operations.forEach((name, operation) ->
        assertThat(role(operation.get("x-role").asString()))
            .as(name)
            .isEqualTo(known(NEEDED, name)));
  }

  @Test
  void everyOperationIsOpenToWhomTheTableSaysAndToNobodyElse() {
    List<String> holes = new ArrayList<>();
    NEEDED.forEach((name, needed) -> {
      String path = name.split(" ")[1].replace("{line}", "2").replaceAll("\\{\\w+}", "nobody");
      boolean isChange = !name.startsWith("GET");
      check(status(Caller.NOBODY, name, path, bodyOf(name)), 401, "nobody " + name, holes);
      check(
          status(Caller.token("wrong"), name, path, bodyOf(name)),
          401,
          "wrong token " + name,
          holes);
      if (isChange) {
        check(status(cast.forged, name, path, bodyOf(name)), 403, "no form token " + name, holes);
      }
      for (Someone someone : all) {
        int status = status(someone.caller(), name, path, bodyOf(name));
        boolean isIn = status != 401 && status != 403 && status < 500;
        boolean mayBeIn = isEnough(someone.role(), needed);
        if (mayBeIn ? !isIn : status != 403) {
          holes.add("%s %s: %d".formatted(someone, name, status));
        }
      }
    });
    assertThat(holes).isEmpty();
  }

  private static <K, V> V known(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  private static void check(int status, int wanted, String what, List<String> holes) {
    if (status != wanted) {
      holes.add(what + ": " + status);
    }
  }

  @Test
  void whatMayNotBeSeenIsNotThereForReadsAndChanges() {
    Map<Of, String> ids = cast.conversations(970);
    ids.values().forEach(id -> TestCallers.keepsMessage(context, id, "REaccess"));
    List<String> holes = new ArrayList<>();
    NEEDED.keySet().stream()
        .filter(name -> name.contains("conversations/{id}") || name.contains("{conversation}"))
        .forEach(name -> {
          for (Of of : Of.values()) {
            for (Someone someone : all) {
              if (isEnough(someone.role(), known(NEEDED, name))) {
                visit(someone, name, of, known(ids, of), holes);
              }
            }
          }
        });
    assertThat(holes).isEmpty();
    assertThat(cast.teamsOf(ids))
        .containsExactlyInAnyOrder("carers", "young-carers", "neighbours", "none");
  }

  private void visit(Someone someone, String name, Of of, String id, List<String> holes) {
    String path =
        name.split(" ")[1]
            .replace("{line}", "2")
            .replace("{recording}", "REaccess")
            .replaceAll("\\{(id|conversation)}", id);
    // Another team would change who may see it.
    String body =
        name.endsWith("/transfer")
            ? "{\"person\": \"admin\"}"
            : ApiCalls.example(known(operations, name));
    Optional<ConversationSummary> before = conversations.summary(id);
    int status = status(someone.caller(), name, path, body);
    boolean isVisible = someone.sees().contains(of);
    // Nobody here has a phone to be rung on.
    boolean hasNoPhone = name.endsWith("/call") && status == 422;
    boolean isRight =
        isVisible
            ? status < 300 || status == 409 || hasNoPhone
            : status == 404 && conversations.summary(id).equals(before);
    if (!isRight) {
      holes.add("%s %s %s: %d".formatted(someone, name, of, status));
    }
  }

  @Test
  void listsAndStreamsHoldNothingThatMayNotBeSeen() throws Exception {
    Map<Of, String> ids = cast.conversations(974);
    ids.values()
        .forEach(id ->
            api.send(cast.everything, "PUT", "/api/v1/reviews/" + id + "/2", "{\"good\": false}"));
    Map<Of, String> texts = cast.troubledTexts(ids);
    waitForTheIndex(ids);
    ids.values().forEach(id -> calls.seen("CA" + id, id, 0));
    for (Someone someone : all) {
      Set<String> visible = idsOf(ids, someone.sees());
      assertThat(seen(someone, "GET", "/api/v1/calls", "", ids))
          .as(someone.name())
          .isEqualTo(visible);
      assertThat(seen(someone, "GET", "/api/v1/conversations?size=200", "", ids))
          .as(someone.name())
          .isEqualTo(visible);
      for (String question : List.of("talk to a person", "break from caring")) {
        String body = "{\"words\": \"" + question + "\"}";
        String search = "/api/v1/conversations/search";
        Set<String> found = seen(cast.ofAll, "POST", search, body, ids);
        found.retainAll(visible);
        assertThat(seen(someone, "POST", search, body, ids)).as(someone.name()).isEqualTo(found);
      }
      for (Of of : Of.values()) {
        onlyIfVisible(someone, of, known(ids, of));
      }
      assertThat(seen(someone, "GET", "/api/v1/texts/troubled", "", texts))
          .as(someone.name())
          .isEqualTo(idsOf(texts, someone.sees()));
      if (isEnough(someone.role(), Role.SUPERVISOR)) {
        assertThat(seen(someone, "GET", "/api/v1/reviews", "", ids))
            .as(someone.name())
            .isEqualTo(visible);
        assertThat(teams(someone)).as(someone.name()).isEqualTo(teamsSeen(someone.sees()));
      }
    }
  }

  private void onlyIfVisible(Someone someone, Of of, String id) {
    boolean isVisible = someone.sees().contains(of);
    String phone = "+447700900" + (974 + of.ordinal());
    assertThat(
            seen(
                someone,
                "POST",
                "/api/v1/conversations/search",
                "{\"phone\": \"" + phone + "\"}",
                Map.of(of, id)))
        .as(someone + " " + of)
        .isEqualTo(isVisible ? Set.of(id) : Set.of());
    for (String path : List.of("directory?q=respite&conversation=", "replies?conversation=")) {
      assertThat(status(someone.caller(), "GET ", "/api/v1/" + path + id, ""))
          .as(someone + " " + path + of)
          .isEqualTo(isVisible ? 200 : 404);
    }
  }

  private static Set<String> idsOf(Map<Of, String> ids, Set<Of> some) {
    return some.stream().map(ids::get).collect(Collectors.toCollection(TreeSet::new));
  }

  /// Those of the ids that stand anywhere in an answer.
  private Set<String> seen(
      Someone someone, String method, String path, String body, Map<Of, String> ids) {
    HttpResponse<String> answer = api.send(someone.caller(), method, path, body);
    assertThat(answer.statusCode()).as(someone + " " + path + answer.body()).isEqualTo(200);
    return ids.values().stream()
        .filter(answer.body()::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> teams(Someone someone) {
    JsonNode overview =
        ApiCalls.JSON.readTree(api.send(someone.caller(), "GET", OVERVIEW, "").body());
    return overview
        .valueStream()
        .map(team -> team.at("/today/team").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> teamsSeen(Set<Of> sees) {
    Map<Of, String> teams =
        Map.of(Of.SHARED, "carers", Of.APART, "young-carers", Of.NEIGHBOURS, "neighbours");
    return sees.stream()
        .filter(teams::containsKey)
        .map(teams::get)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void waitForTheIndex(Map<Of, String> ids) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    Set<String> found = new TreeSet<>();
    while (!found.containsAll(ids.values())) {
      assertThat(Instant.now()).as("found only " + found).isBefore(end);
      for (String words : List.of("talk to a person", "break from caring")) {
        found.addAll(
            seen(
                cast.ofAll,
                "POST",
                "/api/v1/conversations/search",
                "{\"words\": \"" + words + "\"}",
                ids));
      }
    }
  }

  @Test
  void textsOfWhatMayNotBeSeenAreNotThere() {
    Map<Of, String> texts = cast.troubledTexts(cast.conversations(960));
    List<String> holes = new ArrayList<>();
    NEEDED.keySet().stream()
        .filter(name -> name.contains("{text}"))
        .forEach(name ->
            texts.forEach((of, text) ->
                all.forEach(someone -> {
                  String path = name.split(" ")[1].replace("{text}", text);
                  int status = status(someone.caller(), name, path, "");
                  boolean isRight =
                      someone.sees().contains(of) ? status == 204 || status == 409 : status == 404;
                  if (!isRight) {
                    holes.add("%s %s %s: %d".formatted(someone, name, of, status));
                  }
                })));
    assertThat(holes).isEmpty();
  }

  @Test
  void theQueueAndTheStreamTellOnlyOfWhatMayBeSeen() throws Exception {
    Map<Of, String> ids = cast.conversations(964);
    waitForTheNews(ids);
    for (Someone someone : all) {
      Set<String> waiting = idsOf(ids, someone.sees());
      waiting.remove(known(ids, Of.NO_TEAM));
      assertThat(seen(someone, "GET", "/api/v1/conversations/queue", "", ids))
          .as(someone.name())
          .isEqualTo(waiting);
      try (BufferedReader stream = stream(someone)) {
        assertThat(stream.readLine()).startsWith("retry");
        // Everybody sees the shared team's, so what comes last ends the wait.
        for (Of of : List.of(Of.NO_TEAM, Of.NEIGHBOURS, Of.APART, Of.SHARED)) {
          cast.act(known(ids, of), "notes", "{\"text\": \"Look here\"}");
        }
        assertThat(toldUntil(stream, known(ids, Of.SHARED), ids))
            .as(someone.name())
            .isEqualTo(idsOf(ids, someone.sees()));
      }
    }
  }

  private BufferedReader stream(Someone someone) {
    return new BufferedReader(
        new InputStreamReader(
            api.open(someone.caller(), "/api/v1/events").body(), StandardCharsets.UTF_8));
  }

  /// A team is told, too, of a conversation that it has lost. News are told in order and a moment
  /// later, so those of the beginning must have been told before anybody listens.
  private void waitForTheNews(Map<Of, String> ids) throws IOException {
    try (BufferedReader stream = stream(cast.ofAll)) {
      assertThat(stream.readLine()).startsWith("retry");
      String last = known(ids, Of.NO_TEAM);
      cast.act(last, "notes", "{\"text\": \"All is told\"}");
      assertThat(toldUntil(stream, last, ids)).contains(last);
    }
  }

  private static Set<String> toldUntil(BufferedReader stream, String last, Map<Of, String> ids)
      throws IOException {
    Set<String> told = new TreeSet<>();
    String line = stream.readLine();
    int silences = 0;
    while (line != null && !told.contains(last)) {
      silences += line.startsWith(": ") ? 1 : 0;
      assertThat(silences).as("signs of life without the news, after " + told).isLessThan(3);
      String id = line.replace("data: ", "");
      if (ids.containsValue(id)) {
        told.add(id);
      }
      line = stream.readLine();
    }
    return told;
  }

  @Test
  void peopleTokensAndTheLogStayInTheirOrganisation() {
    Someone stranger = all.getLast();
    List<String> holes = new ArrayList<>();
    NEEDED.keySet().stream()
        .filter(name -> name.contains("people/{name}"))
        .forEach(name -> {
          String path = name.split(" ")[1].replace("{name}", "supervisor");
          check(status(stranger.caller(), name, path, bodyOf(name)), 404, name, holes);
        });
    for (ApiTokens.Made made :
        List.of(
            tokens.make(
                ApiCast.ADMIN, "theirs", Role.STAFF, Optional.of("partnership"), ApiCast.ENDS),
            tokens.make(ApiCast.ADMIN, "of all", Role.STAFF, Optional.empty(), ApiCast.ENDS))) {
      String path = "/api/v1/tokens/" + made.token().id();
      check(status(stranger.caller(), "DELETE x", path, ""), 404, path, holes);
    }
    String wanted = "{\"name\": \"x\", \"organisation\": \"partnership\"}";
    check(status(stranger.caller(), "POST x", "/api/v1/tokens", wanted), 403, "token", holes);
    String invited = "{\"name\": \"xx\", \"organisation\": \"partnership\"}";
    check(status(stranger.caller(), "POST x", "/api/v1/people", invited), 403, "person", holes);
    for (String list : List.of("people", "tokens", "audit?size=200")) {
      String body = api.send(stranger.caller(), "GET", "/api/v1/" + list, "").body();
      if (body.contains("partnership")) {
        holes.add(list + " tells of another organisation");
      }
    }
    assertThat(holes).isEmpty();
  }

  @Test
  void otherSpellingsOfAPathOpenNothing() {
    Caller staff = all.getFirst().caller();
    for (String path :
        List.of(
            "/api/v1/people/",
            "/api/v1//people",
            "/api/v1/PEOPLE",
            "/api/v1/people;a=b",
            "/api/v1/./people",
            "/api/v1/me/../people",
            "/api/v1/%70eople",
            "/api/v1/people.json",
            "/api/v1/audit/",
            "/api/v1/overview/",
            "//api/v1/audit",
            "/api/v1/reviews/")) {
      assertThat(status(staff, "GET x", path, "")).as(path).isBetween(400, 499);
      assertThat(status(staff, "HEAD x", path, "")).as(path).isBetween(400, 499);
    }
    assertThat(api.send(Caller.NOBODY, "GET", "/v3/api-docs", "").statusCode()).isEqualTo(200);
  }
}
