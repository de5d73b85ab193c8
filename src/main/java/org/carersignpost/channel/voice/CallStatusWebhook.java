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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// Where Twilio tells that a call is over: `/twilio/status/call`, the status callback of the
/// number.
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
    boolean isOver = form.value("CallStatus").filter(OVER::contains).isPresent();
    if (!isOver) {
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
}
