package org.carersignpost.channel.sms;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Optional;
import org.carersignpost.channel.Turns;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.channel.twilio.TwimlDocument;
import org.carersignpost.channel.twilio.Wordless;
import org.carersignpost.conversation.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Where Twilio brings texts: `/twilio/sms`. The reply is TwiML in the same answer, whatever
/// happens inside.
@RestController
class SmsWebhook {
  /// For when everything else has failed; within one segment, and fit to be read aloud on a
  /// landline.
  static final String SORRY =
      "Sorry, something went wrong at our end. If anyone is in danger, ring 999. For urgent health"
          + " advice ring 111. Please text us again in a few minutes.";

  private static final Logger log = LoggerFactory.getLogger(SmsWebhook.class);

  private final Turns turns;
  private final MeterRegistry meters;
  private final String publicUrl;
  private final boolean isLive;

  SmsWebhook(
      Turns turns,
      MeterRegistry meters,
      @Value("${signpost.public-url}") String publicUrl,
      @Value("${signpost.demonstration:false}") boolean isDemonstration) {
    this.turns = turns;
    this.meters = meters;
    this.publicUrl = publicUrl;
    this.isLive = !isDemonstration;
  }

  @RequestMapping(
      path = "/twilio/sms",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> received(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed) {
    Optional<TwilioSmsForm> form = TwilioSmsForm.of(signed);
    if (form.isEmpty()) {
      meters.counter("signpost.webhooks.refused", "reason", "fields").increment();
      return ResponseEntity.badRequest()
          .contentType(MediaType.TEXT_PLAIN)
          .body("MessageSid, From and To are needed");
    }
    return TwimlDocument.answer(answer(form.get()));
  }

  private String answer(TwilioSmsForm form) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      Answer answer = turns.take(form.received());
      String twiml = Twiml.messages(answer.texts(), callback(form));
      outcome = outcome(answer);
      return twiml;
    } catch (RuntimeException | Error failure) {
      log.error("Message {} was not answered", form.messageSid(), Wordless.copyOf(failure));
      return Twiml.messages(form.canBeAnswered() ? List.of(SORRY) : List.of());
    } finally {
      sample.stop(meters.timer("signpost.turns", "channel", "sms", "outcome", outcome));
    }
  }

  /// The simulator needs none: it tells by itself.
  private Optional<String> callback(TwilioSmsForm form) {
    return isLive && form.canBeAnswered()
        ? Optional.of(publicUrl + StatusWebhook.pathOfAnswers(form.messageSid().value()))
        : Optional.empty();
  }

  private static String outcome(Answer answer) {
    if (answer.repeated()) {
      return "repeated";
    }
    if (!answer.stored()) {
      return "unstored";
    }
    return answer.texts().isEmpty() ? "silent" : "answered";
  }
}
