package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.dialogue.Spoken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A caller's phone whose talk goes over Twilio's websocket, and the network behind it. Every
/// message of both sides is held against the published schema.
final class RelayPhone implements Caller, ConversationRelayCall.Wire {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path MESSAGES =
      Path.of("src/test/resources/conversation-relay/messages.json");
  private static final Schema FROM_TWILIO = schema("from-twilio");
  private static final Schema TO_TWILIO = schema("to-twilio");

  private final CoreLine line;
  private final TestPhone phone;
  private final ConversationRelayCall relay;
  private final List<JsonNode> heard = new ArrayList<>();
  private Optional<Runnable> planned = Optional.empty();
  private Duration patience = Duration.ZERO;
  private boolean isRefused;
  private boolean isByDocuments;

  private RelayPhone(CoreLine line, String call, String from) {
    this.line = line;
    this.phone = TestPhone.rings(line, call, from);
    this.relay =
        new ConversationRelayCall(
            call, line.steps(), new ForTheEar(CoreLine.diction()), this, this::later);
    assertThat(TwimlRules.broken(phone.twiml())).isEmpty();
  }

  /// Rings, and Twilio opens the socket.
  static RelayPhone rings(CoreLine line, String call, String from) {
    RelayPhone phone = opens(line, call, from);
    phone.tells(setup(call, from));
    return phone;
  }

  /// The same, but nothing has come over the socket yet.
  static RelayPhone opens(CoreLine line, String call, String from) {
    return new RelayPhone(line, call, from);
  }

  static ObjectNode setup(String call, String from) {
    return message("setup")
        .put("sessionId", "VX0123456789abcdef0123456789abcdef")
        .put("callSid", call)
        .put("parentCallSid", "")
        .put("accountSid", TestPhone.ACCOUNT)
        .put("from", from)
        .put("to", "+447700900000")
        .put("forwardedFrom", "")
        .put("callType", "PSTN")
        .put("callerName", "")
        .put("direction", "inbound")
        .put("callStatus", "RINGING")
        .set("customParameters", MAPPER.createObjectNode());
  }

  static ObjectNode message(String type) {
    return MAPPER.createObjectNode().put("type", type);
  }

  /// All that came over the socket.
  List<JsonNode> heard() {
    return List.copyOf(heard);
  }

  /// The document by which the call goes on, or that began it.
  String twiml() {
    return phone.twiml();
  }

  /// Whether the socket is closed and the call goes on by documents.
  boolean isByDocuments() {
    return isByDocuments;
  }

  /// What the caller is to hear, as it was decided.
  Spoken decided() {
    return line.last().spoken().orElseThrow();
  }

  /// What happens if the caller is silent for long enough.
  Runnable silence() {
    return planned.orElseThrow();
  }

  boolean isRefused() {
    return isRefused;
  }

  /// How long the caller may be silent from now on.
  Duration patience() {
    return patience;
  }

  /// A message of Twilio's, which must be one that Twilio could send.
  void tells(ObjectNode message) {
    assertThat(FROM_TWILIO.validate(message.toString(), InputFormat.JSON)).isEmpty();
    tells(message.toString());
  }

  /// Whatever comes over the socket.
  void tells(String message) {
    relay.received(message);
    followEnd();
  }

  /// The socket breaks, and Twilio tells so.
  RelayPhone losesSocket() {
    relay.closed();
    isByDocuments = true;
    phone.socketEnds(Map.of("SessionStatus", "failed", "ErrorCode", "39001"));
    return this;
  }

  private void followEnd() {
    if (!isByDocuments && !heard.isEmpty()) {
      JsonNode last = heard.getLast();
      if (last.path("type").asString().equals("end")) {
        isByDocuments = true;
        phone.socketEnds(
            Map.of("SessionStatus", "ended", "HandoffData", last.path("handoffData").asString()));
        assertThat(TwimlRules.broken(phone.twiml())).isEmpty();
      }
    }
  }

  @Override
  public void send(String message) {
    assertThat(TO_TWILIO.validate(message, InputFormat.JSON)).as(message).isEmpty();
    heard.add(MAPPER.readTree(message));
  }

  @Override
  public void refuse() {
    isRefused = true;
  }

  private Runnable later(Duration delay, Runnable task) {
    planned = Optional.of(task);
    patience = delay;
    return () -> planned = Optional.empty();
  }

  @Override
  public RelayPhone says(String words, String confidence) {
    if (isByDocuments) {
      phone.says(words, confidence);
    } else {
      tells(
          message("interrupt")
              .put("utteranceUntilInterrupt", "")
              .put("durationUntilInterruptMs", 460));
      tells(message("prompt").put("voicePrompt", words).put("lang", "en-GB").put("last", true));
    }
    return this;
  }

  @Override
  public RelayPhone presses(String keys) {
    if (isByDocuments) {
      phone.presses(keys);
      return this;
    }
    boolean isOne =
        !(line.last().spoken().orElseThrow().then()
                instanceof Spoken.Then.Listen(Spoken.Keys wanted, var _)
            && wanted == Spoken.Keys.SEVERAL);
    for (char key : (isOne ? keys : keys + "#").toCharArray()) {
      tells(message("dtmf").put("digit", Character.toString(key)));
    }
    return this;
  }

  @Override
  public RelayPhone saysNothing() {
    if (isByDocuments) {
      phone.saysNothing();
    } else {
      planned.orElseThrow(() -> new AssertionError("nobody listens")).run();
      followEnd();
    }
    return this;
  }

  @Override
  public RelayPhone leavesMessage(int seconds) {
    phone.leavesMessage(seconds);
    return this;
  }

  @Override
  public RelayPhone pressesWhileWaiting(String keys) {
    phone.pressesWhileWaiting(keys);
    return this;
  }

  @Override
  public RelayPhone saysWhileWaiting(String words) {
    phone.saysWhileWaiting(words);
    return this;
  }

  @Override
  public RelayPhone stopsWaiting(String result) {
    phone.stopsWaiting(result);
    return this;
  }

  @Override
  public RelayPhone hangsUp() {
    relay.closed();
    phone.hangsUp();
    return this;
  }

  private static Schema schema(String side) {
    try {
      ObjectNode all = (ObjectNode) MAPPER.readTree(Files.readString(MESSAGES));
      all.put("$ref", "#/$defs/" + side);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(all.toString(), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
