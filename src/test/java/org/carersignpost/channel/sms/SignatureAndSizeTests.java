package org.carersignpost.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.channel.Web;
import org.carersignpost.channel.WebEdge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is refused before any work is done.
@WebEdge.Demonstration
class SignatureAndSizeTests {
  @LocalServerPort int port;
  @Autowired FakeTurns turns;

  private boolean mayBeTaken;

  @BeforeEach
  void start() {
    turns.answer("Hello.");
    mayBeTaken = false;
  }

  @AfterEach
  void nothingRefusedIsTaken() {
    assertThat(turns.taken().isEmpty()).isNotEqualTo(mayBeTaken);
  }

  @Test
  void withoutASignatureNothingHappens() {
    SignedText text = SignedText.saying("hello");
    HttpResponse<String> response = text.post(port, text.body(), null);

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).hasSizeLessThan(100).doesNotContain("Response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="})
  void wrongSignatureIsRefused(String signature) {
    SignedText text = SignedText.saying("hello");

    assertThat(text.post(port, text.body(), signature).statusCode()).isEqualTo(403);
  }

  @Test
  void changedAddedOrMissingValueIsRefused() {
    SignedText text = SignedText.saying("hello");
    String signature = text.signature();

    assertThat(text.post(port, text.body().replace("hello", "hullo"), signature).statusCode())
        .isEqualTo(403);
    assertThat(text.post(port, text.body() + "&More=1", signature).statusCode()).isEqualTo(403);
    assertThat(text.post(port, text.body().replace("&ToCity=", ""), signature).statusCode())
        .as("a parameter without a value is signed by its name")
        .isEqualTo(403);
  }

  @Test
  void signatureForAnotherPathOrQueryIsRefused() {
    String signature = SignedText.saying("hello").to("/twilio/status/sms").signature();
    SignedText text = SignedText.saying("hello");

    assertThat(text.post(port, text.body(), signature).statusCode()).isEqualTo(403);
    assertThat(text.to("/twilio/sms?x=1").post(port, text.body(), signature).statusCode())
        .isEqualTo(403);
  }

  @Test
  void queryBelongsToTheSignature() {
    mayBeTaken = true;

    assertThat(SignedText.saying("hello").to("/twilio/sms?x=%2F1").post(port).statusCode())
        .isEqualTo(200);
  }

  @Test
  void proxyHeadersChangeNothing() {
    mayBeTaken = true;
    SignedText text = SignedText.saying("hello");
    HttpRequest.Builder request =
        text.request(port, BodyPublishers.ofString(text.body()), text.signature())
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-Proto", "http")
            .header("X-Forwarded-Prefix", "/elsewhere");

    assertThat(Web.send(request).statusCode()).isEqualTo(200);
  }

  @Test
  void tokenOfYesterdayIsAcceptedAndAnyOtherRefused() {
    mayBeTaken = true;

    assertThat(SignedText.saying("hello").signedWith(WebEdge.OLD_TOKEN).post(port).statusCode())
        .isEqualTo(200);
    assertThat(SignedText.saying("hello").signedWith("another").post(port).statusCode())
        .isEqualTo(403);
    assertThat(turns.taken()).hasSize(1);
  }

  @Test
  void signatureComesBeforeTheFields() {
    SignedText text = SignedText.saying("hello").without("From");

    assertThat(text.post(port, text.body(), null).statusCode()).isEqualTo(403);
  }

  @Test
  void whatCannotBeDecodedWasNotSigned() {
    SignedText text = SignedText.saying("hello");

    assertThat(text.post(port, text.body() + "&Bad=%zz", text.signature()).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(ints = {66_000, 200_000, 900_000})
  void largeBodyIsTooLargeSignedOrNot(int size) {
    SignedText text = SignedText.saying("a".repeat(size));

    assertThat(text.post(port).statusCode()).isEqualTo(413);
    assertThat(text.postChunked(port).statusCode()).isEqualTo(413);
    assertThat(text.post(port, text.body(), null).statusCode()).isEqualTo(413);
  }

  @Test
  void chunkedBodyWithinTheLimitIsFine() {
    mayBeTaken = true;

    assertThat(SignedText.saying("a".repeat(50_000)).postChunked(port).statusCode()).isEqualTo(200);
  }

  @Test
  void tooManyParametersAreTooMuch() {
    SignedText text = SignedText.saying("hello");
    for (int i = 0; i < 200; i++) {
      text.with("P" + i, "");
    }

    assertThat(text.post(port).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "HEAD", "PATCH"})
  void onlyPostAndGetAreAnswered(String method) {
    SignedText text = SignedText.saying("hello");
    HttpRequest.Builder request =
        text.request(port, BodyPublishers.noBody(), text.signature())
            .method(method, BodyPublishers.ofString(text.body()));

    assertThat(Web.send(request).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%74wilio/sms", "//twilio/sms", "/x/../twilio/sms", "/twilio;a=b/sms"})
  void otherSpellingsOfThePathAreNoWayAround(String path) {
    SignedText text = SignedText.saying("hello");
    HttpResponse<String> response =
        Web.send(
            HttpRequest.newBuilder(Web.uri(port, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(text.body())));

    assertThat(response.statusCode()).isIn(400, 403, 404);
  }

  @Test
  void statusNeedsASignatureToo() {
    SignedText text = SignedText.saying("").to("/twilio/status/sms");

    assertThat(text.post(port, text.body(), null).statusCode()).isEqualTo(403);
  }
}
