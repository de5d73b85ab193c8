package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.carersignpost.console.ApiCalls.Caller;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.TestCarers;
import org.carersignpost.outbox.Outbox;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.staff.ApiTokens;
import org.carersignpost.staff.Invitations;
import org.carersignpost.staff.NewPerson;
import org.carersignpost.staff.People;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import tools.jackson.databind.JsonNode;

/// Everybody who may call the API of a service with two organisations, and conversations of every
/// kind.
final class ApiCast {
  static final LocalDate ENDS = LocalDate.of(2026, 12, 31);
  static final StaffMember ADMIN = StaffMember.ofAll("admin", Role.ADMIN);
  private static final String PASSWORD = "purple kettle on the roof";

  final Caller everything = Caller.token("token-of-the-tests");
  final Someone ofAll =
      new Someone("token of all", everything, Role.SUPERVISOR, Set.of(Of.values()));
  final ApiCalls api;
  final List<Someone> all;

  /// Somebody who is logged in but does not send the token of a form.
  final Caller forged;

  /// It waits, so that what the carrier says of it comes from the test alone.
  private static final String LATER =
      "{\"text\": \"Hello\", \"notBefore\": \"2026-03-03T10:15:00Z\"}";

  private final int port;
  private final Conversations conversations;
  private final ApiTokens tokens;
  private final People people;
  private final Invitations invitations;
  private final Outbox outbox;

  /// Whose a conversation is.
  enum Of {
    SHARED,
    APART,
    NEIGHBOURS,
    NO_TEAM
  }

  /// Somebody, what they are, and what they may see; written down by hand too.
  record Someone(String name, Caller caller, Role role, Set<Of> sees) {
    @Override
    public String toString() {
      return name;
    }
  }

  ApiCast(
      int port,
      Conversations conversations,
      ApiTokens tokens,
      People people,
      Invitations invitations,
      Outbox outbox) {
    this.port = port;
    this.conversations = conversations;
    this.tokens = tokens;
    this.people = people;
    this.invitations = invitations;
    this.outbox = outbox;
    api = new ApiCalls(port);
    Set<Of> shared = Set.of(Of.SHARED);
    Set<Of> partnership = Set.of(Of.SHARED, Of.APART, Of.NO_TEAM);
    Set<Of> neighbours = Set.of(Of.SHARED, Of.NEIGHBOURS);
    StaffBrowser staff = person("staff", Role.STAFF, "partnership");
    forged = Caller.withoutFormToken(staff);
    all =
        List.of(
            token(Role.STAFF, "partnership", shared),
            token(Role.SUPERVISOR, "partnership", partnership),
            token(Role.STAFF, "neighbours", neighbours),
            token(Role.SUPERVISOR, "neighbours", neighbours),
            ofAll,
            new Someone("staff", Caller.session(staff), Role.STAFF, shared),
            someone(
                "young", Role.STAFF, "partnership", Set.of(Of.SHARED, Of.APART), "young-carers"),
            someone("supervisor", Role.SUPERVISOR, "partnership", partnership),
            someone("org-admin", Role.ADMIN, "partnership", partnership),
            someone("neighbours-staff", Role.STAFF, "neighbours", neighbours, "neighbours"),
            someone("neighbours-admin", Role.ADMIN, "neighbours", neighbours));
  }

  private Someone token(Role role, String organisation, Set<Of> sees) {
    String name = "token " + role + " " + organisation;
    String secret = tokens.make(ADMIN, name, role, Optional.of(organisation), ENDS).secret();
    return new Someone(name, Caller.token(secret), role, sees);
  }

  private Someone someone(
      String name, Role role, String organisation, Set<Of> sees, String... teams) {
    return new Someone(name, Caller.session(person(name, role, organisation, teams)), role, sees);
  }

  private StaffBrowser person(String name, Role role, String organisation, String... teams) {
    People.Invited invited =
        people.invite(ADMIN, new NewPerson(name, name, role, organisation, Set.of(teams)));
    invitations.accept(invited.token(), PASSWORD);
    StaffBrowser browser = new StaffBrowser(port);
    assertThat(browser.logIn(name, PASSWORD).body()).contains("Log out");
    return browser;
  }

  /// One conversation of each kind.
  ///
  /// @param first the last digits of the first number
  Map<Of, String> conversations(int first) {
    Map<Of, String> ids = new TreeMap<>();
    for (Of of : Of.values()) {
      String phone = "+447700900" + (first + of.ordinal());
      String id =
          TestCarers.says(
              conversations,
              "SMaccess" + first + of,
              phone,
              of == Of.NO_TEAM ? "i need a break from caring" : "can i talk to a person please");
      ids.put(of, id);
      if (of == Of.APART || of == Of.NEIGHBOURS) {
        String team = of == Of.APART ? "young-carers" : "neighbours";
        act(id, "claim", "");
        act(id, "transfer", "{\"team\": \"" + team + "\"}");
      }
    }
    assertThat(teamsOf(ids))
        .containsExactlyInAnyOrder("carers", "young-carers", "neighbours", "none");
    return ids;
  }

  List<String> teamsOf(Map<Of, String> ids) {
    return ids.values().stream()
        .map(id -> conversations.summary(id).orElseThrow().team().orElse("none"))
        .toList();
  }

  JsonNode act(String id, String what, String body) {
    HttpResponse<String> done =
        api.send(everything, "POST", "/api/v1/conversations/" + id + "/" + what, body);
    assertThat(done.statusCode()).as(what + " " + done.body()).isBetween(200, 299);
    return ApiCalls.JSON.readTree(done.body());
  }

  /// A text in each conversation that did not arrive.
  Map<Of, String> troubledTexts(Map<Of, String> ids) {
    Map<Of, String> texts = new TreeMap<>();
    ids.forEach((of, id) -> {
      act(id, "take-over", "");
      String text = act(id, "messages", LATER).get("outgoing").asString();
      outbox.reported(
          new OutgoingId(text),
          "SM" + "0".repeat(31) + of.ordinal(),
          "undelivered",
          Optional.of(30003));
      texts.put(of, text);
    });
    return texts;
  }
}
