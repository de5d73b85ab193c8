package org.carersignpost.channel.voice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.carersignpost.channel.PersonLine;
import org.carersignpost.channel.Turns;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.channel.twilio.TwimlDocument;
import org.carersignpost.channel.twilio.Wordless;
import org.carersignpost.conversation.Answer;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.Spoken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Where Twilio brings calls: `/twilio/voice` as they begin, and `/twilio/voice/<call>/<step>` for
/// each step that follows.
///
/// A step that is asked for twice gets the very same document.
@RestController
class VoiceWebhook {
  /// For when everything else has failed.
  static final String SORRY =
      "I am sorry, something went wrong at our end. If anyone is in danger, hang up and ring 999."
          + " For urgent health advice, ring 111. To talk to someone, ring the Samaritans on"
          + " 116 123. Please ring us again in a few minutes.";

  private static final Set<String> ENDS_WAITING = Set.of("1", "2");

  private static final Logger log = LoggerFactory.getLogger(VoiceWebhook.class);

  private final Turns turns;
  private final PersonLine people;
  private final VoiceTwiml twiml;
  private final VoiceProperties properties;
  private final MeterRegistry meters;

  VoiceWebhook(
      Turns turns,
      PersonLine people,
      VoiceTwiml twiml,
      VoiceProperties properties,
      MeterRegistry meters) {
    this.turns = turns;
    this.people = people;
    this.twiml = twiml;
    this.properties = properties;
    this.meters = meters;
  }

  @RequestMapping(
      path = "/twilio/voice",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> began(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed) {
    return TwilioVoiceForm.of(signed)
        .map(form ->
            document(form.received(0, new Heard.Began(), ""), new StepAddress(form.call(), 1)))
        .orElseGet(this::refused);
  }

  /// What comes of a step that names its own call.
  private ResponseEntity<String> of(
      SignedForm signed, String call, Function<TwilioVoiceForm, ResponseEntity<String>> answer) {
    return TwilioVoiceForm.of(signed)
        .filter(form -> form.call().equals(call))
        .map(answer)
        .orElseGet(this::refused);
  }

  @RequestMapping(
      path = "/twilio/voice/{call}/{number:[0-9]{1,4}}",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> went(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed,
      @PathVariable("call") String call,
      @PathVariable("number") int number) {
    StepAddress address = new StepAddress(call, number);
    return of(
        signed, call, form -> document(form.received(number, form.heard(), ""), address.next()));
  }

  /// What a caller hears who waits for a person. It is asked for again whenever it ends.
  @RequestMapping(
      path = "/twilio/voice/{call}/{number:[0-9]{1,4}}/wait",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> waiting(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed,
      @PathVariable("call") String call,
      @PathVariable("number") int number) {
    StepAddress address = new StepAddress(call, number);
    Duration waited =
        signed
            .value("QueueTime")
            .filter(time -> time.matches("\\d{1,6}"))
            .map(time -> Duration.ofSeconds(Long.parseLong(time)))
            .orElse(Duration.ZERO);
    return of(
        signed,
        call,
        form ->
            TwimlDocument.answer(
                twiml.waiting(people.waiting(call, waited, form.from().kind()), address)));
  }

  /// Keys pressed while waiting for a person: `1` to be rung back, `2` for a text. Any other goes
  /// on waiting.
  @RequestMapping(
      path = "/twilio/voice/{call}/{number:[0-9]{1,4}}/wait/keys",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> pressedWhileWaiting(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed,
      @PathVariable("call") String call,
      @PathVariable("number") int number) {
    StepAddress address = new StepAddress(call, number);
    return of(
        signed,
        call,
        form ->
            form.heard() instanceof Heard.Keys(var keys) && ENDS_WAITING.contains(keys)
                ? whileWaiting(form.received(number, form.heard(), "waiting"), address)
                : TwimlDocument.answer(twiml.waitOn(address)));
  }

  /// Twilio could not use the document of a step, or got none: the same step once more, read by the
  /// voice that is always there.
  @RequestMapping(
      path = "/twilio/voice/fallback",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> failed(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed) {
    log.warn(
        "A document of a call failed: {}",
        signed.value("ErrorCode").filter(code -> code.matches("\\d{1,6}")).orElse("no code"));
    int number =
        signed
            .value("ErrorUrl")
            .flatMap(url ->
                StepAddress.of(url.replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "")))
            .map(StepAddress::number)
            .orElse(0);
    return TwilioVoiceForm.of(signed)
        .map(form -> {
          Heard heard = number == 0 ? new Heard.Began() : form.heard();
          return document(
              form.received(number, heard, ""),
              new StepAddress(form.call(), number + 1),
              VoiceProperties.FREE_VOICE);
        })
        .orElseGet(this::refused);
  }

  private ResponseEntity<String> document(Received received, StepAddress next) {
    return document(received, next, properties.spokenBy());
  }

  private ResponseEntity<String> document(Received received, StepAddress next, String voice) {
    return answered(
        received,
        answer -> {
          String document =
              twiml.document(answer.spoken().orElseGet(() -> unplanned(answer)), next, voice);
          people.stepped(next.call(), answer);
          if (received.call().map(CallStep::heard).orElseThrow()
              instanceof Heard.Recorded message) {
            answer.conversation().ifPresent(id -> people.messageLeft(id, message.recording()));
          }
          return document;
        });
  }

  /// A step that was taken while waiting: the caller leaves, or waits on.
  private ResponseEntity<String> whileWaiting(Received received, StepAddress address) {
    return answered(
        received,
        answer ->
            answer
                    .spoken()
                    .map(Spoken::then)
                    .filter(Spoken.Then.Leave.class::isInstance)
                    .isPresent()
                ? twiml.stopWaiting()
                : twiml.waitOn(address));
  }

  private ResponseEntity<String> answered(Received received, Function<Answer, String> document) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      Answer answer = turns.take(received);
      String written = document.apply(answer);
      outcome = answer.repeated() ? "repeated" : "answered";
      return TwimlDocument.answer(written);
    } catch (RuntimeException | Error failure) {
      log.error("Step {} was not answered", received.id(), Wordless.copyOf(failure));
      return TwimlDocument.answer(twiml.sorry(SORRY));
    } finally {
      sample.stop(meters.timer("signpost.turns", "channel", "voice", "outcome", outcome));
    }
  }

  /// Words that nobody planned for a call, such as those after a fault of ours; the caller may go
  /// on.
  private static Spoken unplanned(Answer answer) {
    Spoken.Then then =
        answer.texts().isEmpty()
            ? new Spoken.Then.HangUp()
            : new Spoken.Then.Listen(Spoken.Keys.ONE, Call.Pace.ORDINARY);
    return new Spoken(answer.texts(), List.of(), List.of(), then);
  }

  private ResponseEntity<String> refused() {
    meters.counter("signpost.webhooks.refused", "reason", "fields").increment();
    return ResponseEntity.badRequest()
        .contentType(MediaType.TEXT_PLAIN)
        .body("CallSid, From and To are needed");
  }
}
