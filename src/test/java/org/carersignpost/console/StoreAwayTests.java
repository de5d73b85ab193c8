package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.carersignpost.CarerSignpost;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/// The pages while there is no Redis at all.
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    classes = CarerSignpost.class,
    properties = {
      "DATA_DIR=target/test-data-away",
      "REDIS_URL=redis://127.0.0.1:1",
      "SIGNPOST_ADMIN_PASSWORD=password-of-the-tests",
      "SIGNPOST_API_TOKEN=token-of-the-tests"
    })
@DirtiesContext
class StoreAwayTests {
  @LocalServerPort private int port;

  @Test
  void pagesForEverybodyAreOpenAndStaffAreToldKindly() {
    StaffBrowser browser = new StaffBrowser(port);
    assertThat(browser.logIn("anna", "whatever it is").statusCode()).isEqualTo(503);
    assertThat(browser.logIn("anna", "whatever it is").body()).contains("cannot log in just now");

    HttpResponse<String> console = browser.logIn("admin", "password-of-the-tests");
    assertThat(console.statusCode()).isEqualTo(503);
    assertThat(browser.get("/console/people").statusCode()).isEqualTo(503);
    assertThat(browser.get("/account").statusCode()).isEqualTo(503);

    for (String open :
        new String[] {"/", "/simulator", "/login", "/css/site.css", "/open-referral/services"}) {
      assertThat(browser.get(open).statusCode()).as(open).isEqualTo(200);
    }
    assertThat(browser.post("/logout").body()).contains("You are logged out");
    assertThat(browser.get("/console").body()).contains("<h1>Log in</h1>");

    // Nor can the administrator's password be guessed meanwhile.
    for (int i = 0; i < 5; i++) {
      assertThat(browser.logIn("admin", "wrong").statusCode()).isEqualTo(401);
    }
    assertThat(browser.logIn("admin", "wrong").statusCode()).isEqualTo(429);
  }

  @Test
  void healthIsGoodWhateverCookieComesAlong() {
    StaffBrowser browser = new StaffBrowser(port);
    HttpResponse<String> health =
        browser.send(
            HttpRequest.newBuilder(browser.uri("/actuator/health"))
                .header("Cookie", "signpost-session=made-up"));
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(
            browser
                .send(
                    HttpRequest.newBuilder(browser.uri("/"))
                        .header("Cookie", "signpost-session=made-up"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void programsAreToldThatItIsAway() {
    StaffBrowser program = new StaffBrowser(port);
    HttpResponse<String> response =
        program.send(
            HttpRequest.newBuilder(program.uri("/api/v1/audit"))
                .header("Authorization", "Bearer token-of-the-tests"));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    HttpResponse<String> unknown =
        program.send(
            HttpRequest.newBuilder(program.uri("/api/v1/me"))
                .header("Authorization", "Bearer cs_of-nobody"));
    assertThat(unknown.statusCode()).isEqualTo(503);
  }
}
