package org.carersignpost.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebEdge.Demonstration
class StartPageTests {
  @LocalServerPort int port;

  @Test
  void demonstrationSaysThatNothingIsSentAndOffersThePhone() {
    HttpResponse<String> page = Web.get(port, "/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("nothing is sent to a real phone", "href=\"/simulator\"", "href=\"/console\"")
        .contains("href=\"tel:999\"")
        .doesNotContain("sms:");
  }

  @Test
  void pagesHoldNothingThatTheContentPolicyForbids() {
    for (String path : new String[] {"/", "/simulator"}) {
      assertThat(Web.get(port, path).body())
          .as(path)
          .doesNotContain("<style", " style=", "onclick=", "<script>", "th:");
    }
  }

  @Test
  void stylesAndScriptsAreServed() {
    assertThat(Web.get(port, "/css/site.css").statusCode()).isEqualTo(200);
    assertThat(Web.get(port, "/js/simulator.js").statusCode()).isEqualTo(200);
    assertThat(Web.get(port, "/favicon.svg").statusCode()).isEqualTo(200);
  }
}
