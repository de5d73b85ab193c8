package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.ApplicationTest;
import org.carersignpost.staff.AccountChanges;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.AuditEntry;
import org.carersignpost.staff.AuditQuery;
import org.carersignpost.staff.Presence;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class AccountJourneyTests {
  private static final Pattern LINK = Pattern.compile("(/invitation/[A-Za-z0-9_-]{43})");
  private static final Pattern KEY = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)<");
  private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-9]{5}-[a-z2-9]{5})</code>");
  private static final String PASSWORD = "purple kettle on the roof";
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort private int port;
  @Autowired private Audit audit;
  @Autowired private AccountChanges changes;
  @Autowired private Presence presence;

  private StaffBrowser admin;

  @BeforeEach
  void theAdministratorLogsIn() {
    admin = new StaffBrowser(port);
    assertThat(admin.logIn("admin", "password-of-the-tests").body()).contains("Log out");
  }

  private String invite(String name, String role, String... teams) {
    admin.get("/console/people");
    List<String> form =
        new ArrayList<>(List.of("name", name, "displayName", "Person " + name, "role", role));
    form.addAll(List.of("organisation", "partnership"));
    for (String team : teams) {
      form.addAll(List.of("teams", team));
    }
    return link(admin.post("/console/people", form.toArray(String[]::new)));
  }

  private static String link(HttpResponse<String> page) {
    return first(LINK, page).orElseThrow(() -> new AssertionError(page.body()));
  }

  private static Optional<String> first(Pattern pattern, HttpResponse<String> page) {
    Matcher found = pattern.matcher(page.body());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private StaffBrowser person(String name, String role, String... teams) {
    String link = invite(name, role, teams);
    StaffBrowser browser = new StaffBrowser(port);
    browser.get(link);
    HttpResponse<String> in = browser.post(link, "password", PASSWORD, "again", PASSWORD);
    assertThat(in.body()).contains("Log out");
    return browser;
  }

  private List<AuditEntry> log(AuditQuery query) {
    return audit.search(StaffMember.ofAll("admin", Role.ADMIN), query, 200).items();
  }

  private List<AuditAction> doneBy(String who) {
    return log(
            new AuditQuery(
                Optional.of(who),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .stream()
        .map(AuditEntry::action)
        .filter(action -> action != AuditAction.LIST)
        .toList();
  }

  @Test
  void whoeverIsInvitedChoosesAPasswordAndComesIn() {
    String link = invite("journey@example.org", "STAFF", "carers");
    StaffBrowser browser = new StaffBrowser(port);

    assertThat(browser.get(link).body()).contains("Welcome, Person journey@example.org");
    assertThat(browser.post(link, "password", PASSWORD, "again", "other").body())
        .contains("not the same twice");
    assertThat(browser.post(link, "password", "short", "again", "short").body())
        .contains("at least 12 characters");
    assertThat(browser.post(link, "password", "journey12345", "again", "journey12345").body())
        .contains("Leave your own name out");
    assertThat(browser.post(link, "password", PASSWORD, "again", PASSWORD).body())
        .contains("Log out")
        .doesNotContain("Who did what", "Tokens");
    assertThat(new StaffBrowser(port).get(link).statusCode()).isEqualTo(404);

    StaffBrowser again = new StaffBrowser(port);
    assertThat(again.logIn("Journey@Example.org ", PASSWORD).body()).contains("Log out");
    assertThat(again.logIn("journey@example.org", "wrong").body()).contains("do not fit together");
    assertThat(doneBy("journey@example.org"))
        .containsExactly(
            AuditAction.LOGIN_FAILED,
            AuditAction.LOGIN,
            AuditAction.LOGIN,
            AuditAction.ACCOUNT_ACCEPT);
  }

  @Test
  void aRoleOpensItsPagesAndNoOthers() {
    StaffBrowser staff = person("role-staff", "STAFF", "carers");
    StaffBrowser supervisor = person("role-supervisor", "SUPERVISOR");
    StaffBrowser orgAdmin = person("role-admin", "ADMIN");

    assertThat(staff.get("/console").statusCode()).isEqualTo(200);
    assertThat(staff.get("/account").body()).contains("role-staff");
    assertThat(staff.get("/console/audit").statusCode()).isEqualTo(403);
    assertThat(staff.get("/console/people").statusCode()).isEqualTo(403);
    assertThat(supervisor.get("/console/audit").statusCode()).isEqualTo(200);
    assertThat(supervisor.get("/console/tokens").statusCode()).isEqualTo(403);
    assertThat(orgAdmin.get("/console/people").body()).contains("role-staff");
    assertThat(orgAdmin.get("/console/tokens").statusCode()).isEqualTo(200);
    HttpResponse<String> audit = supervisor.get("/console/audit");
    assertThat(audit.body()).contains("role-staff").doesNotContain("<strong>admin</strong>");
    assertThat(audit.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void closingAnAccountEndsItsLoginsAtOnce() {
    StaffBrowser browser = person("closed-soon", "STAFF");
    List<String> told = new CopyOnWriteArrayList<>();
    List<String> gone = new CopyOnWriteArrayList<>();
    changes.listen(told::add);
    presence.onLeave(gone::add);
    assertThat(browser.get("/console").body()).contains("Log out");
    assertThat(presence.present()).containsKey("closed-soon");

    admin.get("/console/people/closed-soon");
    assertThat(admin.post("/console/people/closed-soon/disable").body()).contains("is closed");

    assertThat(browser.get("/console").body()).contains("<h1>Log in</h1>");
    assertThat(browser.logIn("closed-soon", PASSWORD).body()).contains("do not fit together");
    assertThat(told).contains("closed-soon");
    assertThat(gone).containsExactly("closed-soon");

    admin.post("/console/people/closed-soon/enable");
    assertThat(browser.logIn("closed-soon", PASSWORD).body()).contains("Log out");
  }

  @Test
  void anotherRoleEndsALoginAndANewLinkVoidsThePassword() {
    StaffBrowser browser = person("changing", "STAFF");
    admin.get("/console/people/changing");
    admin.post(
        "/console/people/changing",
        "displayName",
        "Changed",
        "role",
        "SUPERVISOR",
        "rota",
        "mon-fri 09:00-17:00");
    assertThat(browser.get("/console").body()).contains("<h1>Log in</h1>");
    assertThat(browser.logIn("changing", PASSWORD).body()).contains("Who did what");
    assertThat(browser.get("/account").body()).contains("mon tue wed thu fri 09:00-17:00");

    String link = link(admin.post("/console/people/changing/invitation"));
    assertThat(browser.get("/console").body()).contains("<h1>Log in</h1>");
    assertThat(browser.logIn("changing", PASSWORD).body()).contains("do not fit together");
    browser.get(link);
    assertThat(browser.post(link, "password", PASSWORD + "2", "again", PASSWORD + "2").body())
        .contains("Log out");
  }

  @Test
  void aPhoneForCallsIsKeptByItsOwnerAndByAnAdmin() {
    StaffBrowser browser = person("rung", "STAFF", "carers");
    assertThat(browser.get("/account").body()).contains("Phone for calls", "Press 1");
    HttpResponse<String> refused = browser.post("/account/phone", "phone", "0909 879 0123");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("special number", "value=\"0909 879 0123\"");
    assertThat(browser.post("/account/phone", "phone", "+447700900801").body())
        .contains("Your phone for calls is kept", "value=\"07700 900801\"");

    String page = "/console/people/rung";
    assertThat(admin.get(page).body()).contains("value=\"07700 900801\"");
    String[] form = {"displayName", "Rung", "role", "STAFF", "teams", "carers", "phone", ""};
    form[7] = "+33 1 99 00 12 34";
    assertThat(admin.post(page, form).body()).contains("United Kingdom", "value=\"+33 1 99");
    admin.post(page, "displayName", "Rung", "role", "STAFF", "teams", "carers");
    assertThat(admin.get(page).body()).contains("value=\"07700 900801\"");
    form[7] = "01632 960012";
    assertThat(admin.post(page, form).body()).contains("Changed.", "value=\"01632 960012\"");
    form[7] = "";
    assertThat(admin.post(page, form).body()).contains("Changed.").doesNotContain("01632 960012");
    assertThat(admin.post(page, form).body()).contains("Changed.");
    assertThat(browser.post("/account/phone", "phone", "").body()).contains("You are not rung");

    assertThat(doneBy("rung")).startsWith(AuditAction.ACCOUNT_PHONE, AuditAction.ACCOUNT_PHONE);
    assertThat(log(AuditQuery.all()).toString()).doesNotContain("900801", "960012");
  }

  @Test
  void codesByAppAreAskedForOnceTheyAreSetUp() {
    StaffBrowser browser = person("with-codes", "STAFF");
    browser.get("/account");
    assertThat(browser.post("/account/codes", "current", "wrong").body())
        .contains("That is not your password");
    HttpResponse<String> offer = browser.post("/account/codes", "current", PASSWORD);
    assertThat(offer.body()).contains("<svg class=\"qr\"", "otpauth://totp/");
    TestAuthenticator app = new TestAuthenticator(first(KEY, offer).orElseThrow());
    assertThat(browser.post("/account/codes/confirm", "code", "000000").body())
        .contains("does not fit");
    HttpResponse<String> codes = browser.post("/account/codes/confirm", "code", app.code(0));
    String recovery = first(RECOVERY, codes).orElseThrow();

    StaffBrowser again = new StaffBrowser(port);
    assertThat(again.logIn("with-codes", PASSWORD).body()).contains("Your code");
    assertThat(again.get("/console").body()).contains("<h1>Log in</h1>");
    again.get("/login/code");
    assertThat(again.post("/login/code", "code", app.code(0)).body()).contains("used before");
    assertThat(again.post("/login/code", "code", app.code(1)).body()).contains("Log out");

    StaffBrowser withoutPhone = new StaffBrowser(port);
    withoutPhone.logIn("with-codes", PASSWORD);
    assertThat(withoutPhone.post("/login/code", "code", recovery).body()).contains("Log out");
    withoutPhone.logIn("with-codes", PASSWORD);
    assertThat(withoutPhone.post("/login/code", "code", recovery).body()).contains("used before");

    admin.get("/console/people/with-codes");
    admin.post("/console/people/with-codes/reset-codes");
    assertThat(withoutPhone.logIn("with-codes", PASSWORD).body()).contains("Log out");
  }

  @Test
  void whoeverChangesTheirPasswordStaysInAndIsOutEverywhereElse() {
    StaffBrowser here = person("two-places", "STAFF");
    StaffBrowser there = new StaffBrowser(port);
    there.logIn("two-places", PASSWORD);
    here.get("/account");
    String wanted = "another kettle under water";
    HttpResponse<String> changed =
        here.post("/account/password", "current", PASSWORD, "password", wanted, "again", wanted);
    assertThat(changed.body()).contains("Your password is changed");
    assertThat(here.get("/console").body()).contains("Log out");
    assertThat(there.get("/console").body()).contains("<h1>Log in</h1>");
    assertThat(there.logIn("two-places", wanted).body()).contains("Log out");
  }

  @Test
  void tooManyTriesAreRefusedWhetherThereIsAnAccountOrNot() {
    person("tried-often", "STAFF");
    for (String name : List.of("tried-often", "nobody-at-all")) {
      StaffBrowser browser = new StaffBrowser(port);
      for (int i = 0; i < 5; i++) {
        assertThat(browser.logIn(name, "wrong " + i).statusCode()).isEqualTo(401);
      }
      HttpResponse<String> refused = browser.logIn(name, PASSWORD);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).contains("too many tries");
    }
    assertThat(log(AuditQuery.all())).noneMatch(entry -> entry.who().equals("nobody-at-all"));
  }

  @Test
  void aTokenDoesWhatItsRoleMayUntilItIsRevoked() {
    admin.get("/console/tokens");
    HttpResponse<String> page =
        admin.post(
            "/console/tokens",
            "name",
            "Weekly report",
            "role",
            "STAFF",
            "organisation",
            "partnership",
            "ends",
            "2026-12-31");
    String secret = first(Pattern.compile("(cs_[A-Za-z0-9_-]{43})"), page).orElseThrow();
    assertThat(admin.get("/console/tokens").body())
        .contains("Weekly report")
        .doesNotContain(secret);

    JsonNode me = JSON.readTree(withToken("/api/v1/me", secret).body());
    assertThat(me.get("role").asString()).isEqualTo("staff");
    assertThat(me.get("organisation").asString()).isEqualTo("partnership");
    assertThat(withToken("/api/v1/audit", secret).statusCode()).isEqualTo(403);
    assertThat(withToken("/api/v1/people", secret).statusCode()).isEqualTo(403);
    assertThat(withToken("/api/v1/me", secret + "x").statusCode()).isEqualTo(401);
    assertThat(withToken("/api/v1/audit", "token-of-the-tests").statusCode()).isEqualTo(200);
    assertThat(withToken("/api/v1/people", "token-of-the-tests").statusCode()).isEqualTo(403);

    String revoke =
        first(Pattern.compile("(/console/tokens/[0-9a-f]+/revoke)"), page).orElseThrow();
    admin.post(revoke);
    assertThat(withToken("/api/v1/me", secret).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> withToken(String path, String token) {
    StaffBrowser program = new StaffBrowser(port);
    return program.send(
        HttpRequest.newBuilder(program.uri(path)).header("Authorization", "Bearer " + token));
  }

  @Test
  void theApiDoesWhatThePagesDo() {
    String csrf = "";
    HttpResponse<String> people = admin.send(HttpRequest.newBuilder(admin.uri("/api/v1/people")));
    assertThat(JSON.readTree(people.body()).get("total").isNumber()).isTrue();
    HttpResponse<String> forged =
        admin.send(
            HttpRequest.newBuilder(admin.uri("/api/v1/people"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf)
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"forged\"}")));
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void dutyIsSwitchedAndEndsWithTheLogin() {
    StaffBrowser browser = person("dutiful", "STAFF");
    List<String> gone = new CopyOnWriteArrayList<>();
    presence.onLeave(gone::add);
    browser.get("/account");
    assertThat(browser.post("/account/duty", "on", "true").body()).contains("You are on duty");
    assertThat(presence.onDuty()).contains("dutiful");

    HttpResponse<String> out = browser.post("/logout");
    assertThat(out.body()).contains("You are logged out");
    assertThat(browser.get("/console").body()).contains("<h1>Log in</h1>");
    assertThat(presence.onDuty()).doesNotContain("dutiful");
    assertThat(gone).containsExactly("dutiful");
    assertThat(doneBy("dutiful")).startsWith(AuditAction.LOGOUT, AuditAction.DUTY_ON);
  }

  @Test
  void theSessionsCookieIsSealedAndNotForScripts() {
    String cookies = admin.cookies.getCookieStore().getCookies().toString();
    assertThat(cookies).contains("signpost-session");
    assertThat(admin.cookies.getCookieStore().getCookies()).allMatch(cookie -> cookie.isHttpOnly());
    StaffBrowser visitor = new StaffBrowser(port);
    visitor.get("/");
    visitor.get("/login");
    assertThat(visitor.cookies.getCookieStore().getCookies())
        .noneMatch(cookie -> cookie.getName().contains("session"));
  }
}
