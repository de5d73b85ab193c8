package org.carersignpost.channel.voice;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carersignpost.channel.Diction;
import org.carersignpost.channel.NobodyToRing;
import org.carersignpost.channel.Turns;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.conversation.Answer;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Dialogue;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.Turn;
import org.carersignpost.dialogue.call.CallFlow;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.understanding.Meanings;
import org.carersignpost.understanding.Understanding;
import org.springframework.http.ResponseEntity;

/// The phone line over the real knowledge base, understanding and dialogue, without a web server
/// and with conversations in memory: quick enough for thousands of calls.
public final class CoreLine implements TestPhone.Line, Turns {
  static final VoiceProperties PROPERTIES =
      new VoiceProperties(
          "Polly.Amy-Neural",
          "experimental_conversations",
          false,
          Duration.ofMinutes(3),
          Duration.ofMinutes(2));

  private static final String PUBLIC_URL = "https://text.example.org";

  /// When a line begins: a Monday morning.
  static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 10, 15);

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Set<LocalDate> BANK_HOLIDAYS =
      Set.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6));
  private static final Knowledge KNOWLEDGE =
      new Knowledge(Path.of("knowledge-base"), BANK_HOLIDAYS, Meanings::directionOf);
  private static final Understanding UNDERSTANDING =
      Understanding.load(
          Path.of("knowledge-base"),
          Path.of(System.getProperty("signpost.models-dir", "target/models")));

  /// Thousands of callers say much the same.
  private static final Map<Said, Interpretation> INTERPRETED = new ConcurrentHashMap<>();

  private static final CallFlow FLOW =
      new CallFlow(new Dialogue(KNOWLEDGE.prompts()), KNOWLEDGE.prompts(), KNOWLEDGE.menu());
  private static final Diction DICTION =
      new Diction() {
        private final List<String> hints = KNOWLEDGE.spokenHints(500);
        private final Map<String, String> known = new ConcurrentHashMap<>();

        // Thousands of calls are told much the same.
        @Override
        public String pronounced(String sentence) {
          return known.computeIfAbsent(sentence, KNOWLEDGE::pronounced);
        }

        @Override
        public List<String> hints() {
          return hints;
        }
      };

  private final Diction diction;
  private final VoiceProperties properties;
  private final CallSteps steps;
  private final NobodyToRing people = new NobodyToRing();
  private final VoiceWebhook webhook;
  private final CallStatusWebhook ends = new CallStatusWebhook(this, people);
  private final Map<String, Conversation> conversations = new HashMap<>();
  private final Map<MessageId, Turn> answered = new HashMap<>();
  private LocalDateTime now = START;
  private Phones phones = Phones.NONE;
  private boolean hasMemory = true;
  private Optional<Turn> last = Optional.empty();

  /// All that a meaning depends on.
  private record Said(
      String utterance,
      Optional<Conversation.Question> question,
      Optional<Conversation.Offer> offer) {}

  public CoreLine() {
    this(DICTION, PROPERTIES);
  }

  /// @param properties how an operator has set the line up
  CoreLine(Diction diction, VoiceProperties properties) {
    this.diction = diction;
    this.properties = properties;
    this.steps = new CallSteps(this, people, new SimpleMeterRegistry());
    this.webhook =
        new VoiceWebhook(
            steps,
            people,
            new VoiceTwiml(diction, properties),
            new ConversationRelayTwiml(PUBLIC_URL, diction, properties),
            properties,
            new SimpleMeterRegistry());
  }

  /// A line whose documents carry no hints for the recognition of speech: most of each document is
  /// hints, the same every time.
  static CoreLine withoutHints() {
    return new CoreLine(
        new Diction() {
          @Override
          public String pronounced(String sentence) {
            return DICTION.pronounced(sentence);
          }

          @Override
          public List<String> hints() {
            return List.of();
          }
        },
        PROPERTIES);
  }

  /// From now on it is this time.
  public CoreLine at(LocalDateTime local) {
    now = local;
    return this;
  }

  LocalDateTime now() {
    return now;
  }

  /// From now on these phones can be rung.
  CoreLine phones(Phones reachable) {
    phones = reachable;
    return this;
  }

  /// From now on nothing can be stored.
  CoreLine forgetful() {
    hasMemory = false;
    return this;
  }

  /// Another line to which everything has happened so far that has happened to this one.
  CoreLine copy() {
    CoreLine copy = new CoreLine(diction, properties).at(now).phones(phones);
    copy.hasMemory = hasMemory;
    copy.conversations.putAll(conversations);
    copy.answered.putAll(answered);
    copy.last = last;
    return copy;
  }

  /// What takes the steps of calls that come another way than by documents.
  CallSteps steps() {
    return steps;
  }

  /// The turn that was taken last.
  Turn last() {
    return last.orElseThrow();
  }

  Conversation conversationOf(String number) {
    return conversations.getOrDefault(number, Conversation.begin(new ConversationId(number)));
  }

  static Knowledge knowledge() {
    return KNOWLEDGE;
  }

  static Diction diction() {
    return DICTION;
  }

  @Override
  public String post(String path, Map<String, String> form) {
    Map<String, List<String>> values = new HashMap<>();
    form.forEach((name, value) -> values.put(name, List.of(value)));
    SignedForm signed = new SignedForm(values, Map.of());
    if (path.equals("/twilio/status/call")) {
      return String.valueOf(ends.changed(signed).getStatusCode().value());
    }
    if (path.endsWith("/relay/ended")) {
      return body(path, webhook.relayEnded(signed, path.split("/", -1)[3]));
    }
    ResponseEntity<String> answer =
        StepAddress.of(path)
            .map(step -> {
              String[] wait = path.replaceFirst(step.path() + "(/wait/)?", "").split("/", -1);
              return wait.length == 2
                  ? webhook.heardWaiting(signed, step.call(), step.number(), wait[0], wait[1])
                  : webhook.went(signed, step.call(), step.number());
            })
            .orElseGet(() -> webhook.began(signed));
    return body(path, answer);
  }

  private static String body(String path, ResponseEntity<String> answer) {
    String body = answer.getBody();
    if (!answer.getStatusCode().is2xxSuccessful() || body == null) {
      throw new AssertionError(path + " was answered with " + answer.getStatusCode());
    }
    return body;
  }

  @Override
  public Answer take(Received received) {
    Turn known = answered.get(received.id());
    if (known != null) {
      return new Answer(known.texts(), true, true, Optional.of(name(received)), known.spoken());
    }
    String name = name(received);
    Conversation before =
        hasMemory ? conversationOf(name) : Conversation.begin(new ConversationId(name));
    Instant at = now.atZone(ZONE).toInstant();
    InboundMessage message =
        new InboundMessage(
            received.id(),
            received.channel(),
            received.from(),
            at,
            received.utterance(),
            0,
            received.optOut(),
            received.call());
    Turn turn =
        FLOW.take(
            before, message, meaning(received, before), circumstances(), KNOWLEDGE.directory());
    conversations.put(name, turn.next());
    answered.put(received.id(), turn);
    last = Optional.of(turn);
    return new Answer(turn.texts(), false, hasMemory, Optional.of(name), turn.spoken());
  }

  private static String name(Received received) {
    return received.e164().orElseGet(() -> received.call().orElseThrow().call());
  }

  private static Interpretation meaning(Received received, Conversation before) {
    boolean hasWords =
        received.call().map(step -> step.heard() instanceof Heard.Words).orElse(true);
    return hasWords
        ? INTERPRETED.computeIfAbsent(
            new Said(received.utterance(), before.question(), before.offer()),
            _ -> UNDERSTANDING.interpret(received.utterance(), before))
        : new Interpretation(
            List.of(), Intent.Talk.UNCLEAR, 1, List.of(), Slots.NONE, OptionalInt.empty(), false);
  }

  private Circumstances circumstances() {
    return new Circumstances(now, "carers", team(), hasMemory, phones, KNOWLEDGE.version());
  }

  /// Open on weekdays from nine to five.
  private OpeningState team() {
    boolean isWeekend =
        now.getDayOfWeek() == DayOfWeek.SATURDAY || now.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (!isWeekend && now.getHour() >= 9 && now.getHour() < 17) {
      return new OpeningState.Open(now.toLocalDate().atTime(17, 0));
    }
    LocalDateTime opens = now.toLocalDate().atTime(9, 0);
    List<LocalDateTime> days = new ArrayList<>();
    for (int day = 0; day < 4; day++) {
      days.add(opens.plusDays(day));
    }
    return new OpeningState.Closed(
        days.stream()
            .filter(day -> day.isAfter(now) && day.getDayOfWeek().getValue() < 6)
            .findFirst()
            .orElseThrow());
  }
}
