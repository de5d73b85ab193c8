package org.carersignpost.channel.sms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.channel.twilio.SignedForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where Twilio tells what became of a message or call: `/twilio/status/…`. They come in any order,
/// and more than once.
@RestController
class StatusWebhook {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Logger log = LoggerFactory.getLogger(StatusWebhook.class);

  @PostMapping("/twilio/status/**")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changed(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    String sid = word(form.value("MessageSid").or(() -> form.value("CallSid")));
    String status = word(form.value("MessageStatus").or(() -> form.value("CallStatus")));
    log.info("{} is {}, error {}", sid, status, word(form.value("ErrorCode")));
  }

  /// What is logged comes from outside, so nothing but an id or a word gets there.
  private static String word(Optional<String> value) {
    return value.filter(v -> WORD.matcher(v).matches()).orElse("none");
  }
}
