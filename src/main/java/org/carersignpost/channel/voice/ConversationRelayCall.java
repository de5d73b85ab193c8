package org.carersignpost.channel.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.carersignpost.channel.twilio.SenderKinds;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.Spoken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One call over Twilio's websocket: the same steps and the same words as by documents.
///
/// Only talk goes this way. As soon as the phone has to do something else (wait for a person, take
/// a message, hang up) the session ends, and the step is told to Twilio as [HandoffData], so that
/// its document is asked for and does it. The messages of both sides:
/// https://www.twilio.com/docs/voice/conversationrelay/websocket-messages.
final class ConversationRelayCall {
  private static final Logger log = LoggerFactory.getLogger(ConversationRelayCall.class);
  private static final JsonMapper MAPPER = new JsonMapper();

  /// As fast as our voices speak. When words have been said to their end Twilio does not tell.
  private static final double WORDS_A_SECOND = 2.5;

  /// Keys of a postcode come one by one.
  private static final Duration BETWEEN_KEYS = Duration.ofSeconds(4);

  /// Twilio speaks first, and at once.
  private static final Duration LONGEST_SILENCE_OF_TWILIO = Duration.ofSeconds(15);

  private static final String DONE = "#";
  private static final String TYPE = "type";

  private final String call;
  private final CallSteps steps;
  private final ForTheEar ear;
  private final Wire wire;
  private final Timer timer;
  private final StringBuilder keys = new StringBuilder();
  private Optional<SenderKinds.Caller> caller = Optional.empty();
  private Spoken.Then then = new Spoken.Then.HangUp();
  private Runnable takeBack = () -> {};
  private int plans;
  private int next;
  private boolean isOver;

  /// @param call the network's id, from the signed address of the socket
  ConversationRelayCall(String call, CallSteps steps, ForTheEar ear, Wire wire, Timer timer) {
    this.call = call;
    this.steps = steps;
    this.ear = ear;
    this.wire = wire;
    this.timer = timer;
    plan(LONGEST_SILENCE_OF_TWILIO, this::refuse);
  }

  /// The socket.
  interface Wire {
    void send(String message);

    /// Closes it, because of something that Twilio would never send.
    void refuse();
  }

  /// Does something later.
  interface Timer {
    /// @return takes it back
    Runnable after(Duration delay, Runnable task);
  }

  /// A message of Twilio's. What is not known is left alone, for new kinds come without notice.
  synchronized void received(String message) {
    Optional<JsonNode> read = read(message);
    if (isOver || read.isEmpty()) {
      return;
    }
    JsonNode node = read.get();
    String type = node.path(TYPE).asString("");
    if (type.equals("setup")) {
      begin(node);
    } else if (caller.isPresent()) {
      switch (type) {
        case "prompt" -> said(node.path("voicePrompt").asString(""), isLast(node));
        case "dtmf" -> pressed(node.path("digit").asString(""));
        case "interrupt" -> waitFor(Patience.of(then).silence());
        // Its description repeats our words, which belong in no log.
        case "error" -> log.warn("Twilio could not use a message of call {}", call);
        default -> log.debug("A message of call {} is of no known kind", call);
      }
    }
  }

  /// The socket is closed.
  synchronized void closed() {
    isOver = true;
    planNothing();
  }

  private Optional<JsonNode> read(String message) {
    try {
      return Optional.of(MAPPER.readTree(message));
    } catch (JacksonException e) {
      log.warn("A message of call {} cannot be read", call);
      return Optional.empty();
    }
  }

  private static boolean isLast(JsonNode prompt) {
    return prompt.path("last").asBoolean(true);
  }

  private void refuse() {
    log.warn("The socket of call {} is not Twilio's", call);
    closed();
    wire.refuse();
  }

  private void begin(JsonNode setup) {
    if (!setup.path("callSid").asString("").equals(call)) {
      refuse();
    } else if (caller.isEmpty()) {
      caller = Optional.of(SenderKinds.of(setup.path("from").asString("")));
      step(new Heard.Began(), "");
    }
  }

  /// @param isLast false while the caller is still speaking
  private void said(String words, boolean isLast) {
    planNothing();
    if (isLast && !words.isBlank()) {
      step(new Heard.Words(OptionalDouble.empty()), words);
    } else if (isLast) {
      waitFor(Patience.of(then).silence());
    }
  }

  private void pressed(String key) {
    if (!key.matches("[0-9*#]")) {
      return;
    }
    planNothing();
    boolean isOne =
        !(then instanceof Spoken.Then.Listen(var wanted, _)) || wanted == Spoken.Keys.ONE;
    if (isOne) {
      step(new Heard.Keys(key), "");
    } else if (key.equals(DONE)) {
      enter();
    } else {
      keys.append(key);
      plan(BETWEEN_KEYS, this::enter);
    }
  }

  private void enter() {
    String entered = keys.toString();
    step(entered.isEmpty() ? new Heard.Nothing() : new Heard.Keys(entered), "");
  }

  private void step(Heard heard, String words) {
    int number = next++;
    keys.setLength(0);
    TwilioVoiceForm form = new TwilioVoiceForm(call, caller.orElseThrow(), heard, words);
    Optional<Spoken> answer = steps.take(form.received(number, heard, ""), spoken -> spoken);
    if (answer.isPresent() && answer.get().then() instanceof Spoken.Then.Listen) {
      say(answer.get());
    } else {
      // What failed here may work there, and at worst is said to have failed.
      leave(new HandoffData(number, heard, words));
    }
  }

  private void say(Spoken spoken) {
    then = spoken.then();
    List<String> open = new ArrayList<>(spoken.words());
    open.addAll(spoken.question());
    int said = send(spoken.firm(), false) + send(open, true);
    waitFor((int) Math.ceil(said / WORDS_A_SECOND) + Patience.of(then).silence());
  }

  /// @param mayInterrupt whether the caller may; nothing of ours ever cuts off what was said before
  /// @return how many words it is
  private int send(List<String> sentences, boolean mayInterrupt) {
    String words = ear.text(sentences);
    for (String part : Sentences.within(words, VoiceTwiml.MOST_CHARACTERS)) {
      wire.send(
          message("text")
              .put("token", part)
              .put("last", true)
              .put("lang", VoiceTwiml.LANGUAGE)
              .put("interruptible", mayInterrupt)
              .put("preemptible", false)
              .toString());
    }
    return words.isEmpty() ? 0 : words.split(" ").length;
  }

  private void leave(HandoffData step) {
    closed();
    wire.send(message("end").put("handoffData", step.write()).toString());
  }

  private void waitFor(int seconds) {
    plan(Duration.ofSeconds(seconds), () -> step(new Heard.Nothing(), ""));
  }

  /// Does something later, unless anything comes before.
  private void plan(Duration delay, Runnable task) {
    planNothing();
    int mine = plans;
    takeBack = timer.after(delay, () -> due(mine, task));
  }

  private void planNothing() {
    plans++;
    takeBack.run();
  }

  /// A plan may be taken back after its time has come, while something else is being done.
  private synchronized void due(int plan, Runnable task) {
    if (!isOver && plan == plans) {
      task.run();
    }
  }

  private static ObjectNode message(String type) {
    return MAPPER.createObjectNode().put(TYPE, type);
  }
}
