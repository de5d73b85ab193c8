package org.carersignpost.channel.voice;

import java.util.Set;
import org.carersignpost.channel.PersonLine;
import org.carersignpost.channel.Turns;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.channel.twilio.Wordless;
import org.carersignpost.dialogue.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// Where Twilio tells that a call is over: a caller's (`/twilio/status/call`, the status callback
/// of the number), or that of a staff phone which was rung (`/twilio/status/ring/…`).
@RestController
class CallStatusWebhook {
  private static final Set<String> OVER =
      Set.of("completed", "busy", "failed", "no-answer", "canceled");
  private static final Logger log = LoggerFactory.getLogger(CallStatusWebhook.class);

  private final Turns turns;
  private final PersonLine people;

  CallStatusWebhook(Turns turns, PersonLine people) {
    this.turns = turns;
    this.people = people;
  }

  @PostMapping("/twilio/status/call")
  ResponseEntity<Void> changed(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    if (!isOver(form)) {
      return ResponseEntity.noContent().build();
    }
    try {
      // Such callbacks carry fewer parameters than the steps of a call.
      form.value("CallSid").filter(TwilioVoiceForm::isSid).ifPresent(people::ended);
      TwilioVoiceForm.of(form)
          .ifPresent(call -> turns.take(call.received(0, new Heard.Ended(), "ended")));
      return ResponseEntity.noContent().build();
    } catch (RuntimeException failure) {
      log.error("The end of a call was not kept", Wordless.copyOf(failure));
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
  }

  /// @param call the caller's; of a phone that was rung to ring a carer it is none
  @PostMapping("/twilio/status/ring/{call}/{ring}")
  ResponseEntity<Void> rang(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form,
      @PathVariable("call") String call,
      @PathVariable("ring") String ring) {
    if (isOver(form)) {
      people.rangOut(call, ring);
    }
    return ResponseEntity.noContent().build();
  }

  /// Whether the call that a request is about is over.
  static boolean isOver(SignedForm form) {
    return form.value("CallStatus").filter(OVER::contains).isPresent();
  }
}
