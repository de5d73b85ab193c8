package org.carersignpost.channel.sms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.channel.DeliveryReports;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.outbox.OutgoingId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// Where Twilio tells what became of a message or call: `/twilio/status/…`. They come in any order,
/// and more than once.
///
/// A text of the outbox has its id in the address, as `text`. What belongs to none is only logged.
@RestController
class StatusWebhook {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{0,6}");
  private static final Logger log = LoggerFactory.getLogger(StatusWebhook.class);

  private final DeliveryReports reports;

  StatusWebhook(DeliveryReports reports) {
    this.reports = reports;
  }

  @PostMapping("/twilio/status/**")
  ResponseEntity<Void> changed(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    String sid = word(form.value("MessageSid").or(() -> form.value("CallSid")));
    String status = word(form.value("MessageStatus").or(() -> form.value("CallStatus")));
    log.info("{} is {}, error {}", sid, status, word(form.value("ErrorCode")));
    Optional<OutgoingId> text =
        form.queryValue("text").filter(OutgoingId::isOne).map(OutgoingId::new);
    if (text.isPresent() && form.value("MessageSid").isPresent()) {
      try {
        reports.reported(text.get(), sid, status, code(form));
      } catch (DataAccessException | IllegalStateException e) {
        log.warn("That {} is {} could not be saved: {}", sid, status, e.getClass().getSimpleName());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
      }
    }
    return ResponseEntity.noContent().build();
  }

  private static Optional<Integer> code(SignedForm form) {
    return form.value("ErrorCode")
        .filter(code -> CODE.matcher(code).matches())
        .map(Integer::valueOf);
  }

  /// What is logged comes from outside, so nothing but an id or a word gets there.
  private static String word(Optional<String> value) {
    return value.filter(v -> WORD.matcher(v).matches()).orElse("none");
  }
}
