package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.channel.twilio.TwilioSignatures;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Spoken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// The websocket itself: who may open it, and that words go both ways.
@WebEdge.Demonstration
@TestPropertySource(properties = "signpost.voice.conversation-relay=true")
class ConversationRelaySocketTests {
  private static final String PATH = "/twilio/voice/" + SignedCall.SID + "/relay";
  private static final String OTHER_PATH = "/twilio/voice/CA1/relay";
  private static final String NO_SIGNATURE = "";
  private static final int POLICY_VIOLATION = 1008;

  @LocalServerPort int port;
  @Autowired FakeTurns turns;

  @BeforeEach
  void start() {
    turns.speak(VoiceWebhookTests.LISTENS);
  }

  /// What came over a socket, and with which code it was closed.
  private static final class Received implements WebSocket.Listener {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence data, boolean isLast) {
      part.append(data);
      if (isLast) {
        messages.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    String next() throws InterruptedException {
      String message = messages.poll(20, TimeUnit.SECONDS);
      assertThat(message).as("a message over the socket").isNotNull();
      return message == null ? "" : message;
    }
  }

  private WebSocket open(String path, String signature, Received received) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("X-Twilio-Signature", signature)
        .buildAsync(URI.create("ws://localhost:" + port + path), received)
        .join();
  }

  private static String signed(String scheme, String path) {
    return new TwilioSignatures(WebEdge.PUBLIC_URL.replace("https", scheme), WebEdge.TOKEN)
        .sign(path, Map.of());
  }

  private static String setup() {
    return RelayPhone.setup(SignedCall.SID, "+447700900123").toString();
  }

  @Test
  void callIsConnectedToItsSocket() {
    String twiml = SignedCall.ringing().post(port).body();

    assertThat(TwimlRules.broken(twiml)).isEmpty();
    assertThat(twiml)
        .contains(
            "<Connect action=\"" + PATH + "/ended\"",
            "url=\"wss://text.example.org" + PATH + "\"",
            "ttsProvider=\"Amazon\" voice=\"Amy-Neural\"",
            "hints=\"dementia,Alton\"");
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void wordsGoBothWays() throws Exception {
    Received received = new Received();
    WebSocket socket = open(PATH, signed("wss", PATH), received);
    socket.sendText(setup(), true).join();
    assertThat(received.next())
        .contains("\"type\":\"text\"", "0 3 0 0, 5 5 5, 1 3 8 6. What else?");
    socket
        .sendText(
            RelayPhone.message("prompt")
                .put("voicePrompt", "my wife has dementia")
                .put("lang", "en-GB")
                .put("last", true)
                .toString(),
            true)
        .join();
    received.next();

    assertThat(turns.taken()).hasSize(2);
    assertThat(turns.taken().getFirst().call().orElseThrow().heard()).isEqualTo(new Heard.Began());
    assertThat(turns.taken().getLast().utterance()).isEqualTo("my wife has dementia");
    assertThat(turns.taken().getLast().e164()).contains("+447700900123");
    socket.abort();
  }

  @Test
  void whatThePhoneMustDoIsLeftToItsDocument() throws Exception {
    Received received = new Received();
    WebSocket socket = open(PATH, signed("wss", PATH), received);
    turns.speak(
        new Spoken(
            List.of(),
            List.of("I am ringing a person."),
            List.of(),
            new Spoken.Then.Hold("carers", Priority.NORMAL, Spoken.Instead.NOTHING)));
    socket.sendText(setup(), true).join();
    assertThat(received.next())
        .isEqualTo("{\"type\":\"end\",\"handoffData\":\"{\\\"step\\\":0}\"}");

    String twiml =
        SignedCall.to(PATH + "/ended")
            .with("SessionStatus", "ended")
            .with("HandoffData", "{\"step\":0}")
            .post(port)
            .body();
    assertThat(twiml).contains("I am ringing a person.", "<Enqueue ", SignedCall.SID + "/1\"");
    assertThat(TwimlRules.broken(twiml)).isEmpty();
    socket.abort();
  }

  @Test
  void slashAtTheEndMayBeSigned() throws Exception {
    Received received = new Received();
    WebSocket socket = open(PATH, signed("wss", PATH + "/"), received);
    socket.sendText(setup(), true).join();
    assertThat(received.next()).contains("\"type\":\"text\"");
    socket.abort();

    Received again = new Received();
    WebSocket other = open(PATH + "/", signed("wss", PATH + "/"), again);
    other.sendText(setup(), true).join();
    assertThat(again.next()).contains("\"type\":\"text\"");
    other.abort();
  }

  @Test
  void withoutARightSignatureNoSocketOpens() {
    for (String signature :
        List.of(
            NO_SIGNATURE,
            "AAAA",
            signed("https", PATH),
            signed("wss", OTHER_PATH),
            new TwilioSignatures("wss://text.example.org", "another token").sign(PATH, Map.of()))) {
      assertThatThrownBy(() -> open(PATH, signature, new Received()))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void socketOfOneCallIsOfNoUseForAnother() throws Exception {
    Received received = new Received();
    WebSocket socket = open(OTHER_PATH, signed("wss", OTHER_PATH), received);
    socket.sendText(setup(), true).join();

    assertThat(received.closed.get(20, TimeUnit.SECONDS)).isEqualTo(POLICY_VIOLATION);
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void oddHandoffDataLosesNobody() {
    for (String data : List.of("", "{}", "nonsense", "{\"step\":-1}", "{\"step\":\"x\"}")) {
      String twiml =
          SignedCall.to(PATH + "/ended")
              .with("SessionStatus", "ended")
              .with("HandoffData", data)
              .post(port)
              .body();
      assertThat(TwimlRules.broken(twiml)).as(data).isEmpty();
      assertThat(twiml).contains("<Gather ");
    }
  }
}
