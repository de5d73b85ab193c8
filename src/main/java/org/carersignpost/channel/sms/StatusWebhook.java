package org.carersignpost.channel.sms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.channel.AnswerReports;
import org.carersignpost.channel.DeliveryReports;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.dialogue.MessageId;
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
/// A text of the outbox has its id in the address, as `text`; an answer that was given in the
/// webhook has the message it answers there, as `answered`, and which of the answers it is, as
/// `part`. What belongs to neither is only logged.
@RestController
public class StatusWebhook {
  private static final String TEXT = "text";
  private static final String ANSWERED = "answered";
  private static final String PART = "part";
  private static final Pattern DIGIT = Pattern.compile("[0-9]");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{0,6}");
  private static final Logger log = LoggerFactory.getLogger(StatusWebhook.class);

  private final DeliveryReports texts;
  private final AnswerReports answers;

  StatusWebhook(DeliveryReports texts, AnswerReports answers) {
    this.texts = texts;
    this.answers = answers;
  }

  /// Where Twilio is to tell what became of the answers to a message: path and query, but for the
  /// number of the answer at its end.
  public static String pathOfAnswers(String messageSid) {
    return "/twilio/status/answer?" + ANSWERED + "=" + messageSid + "&" + PART + "=";
  }

  @PostMapping("/twilio/status/**")
  ResponseEntity<Void> changed(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    String sid = word(form.value("MessageSid").or(() -> form.value("CallSid")));
    String status = word(form.value("MessageStatus").or(() -> form.value("CallStatus")));
    log.info("{} is {}, error {}", sid, status, word(form.value("ErrorCode")));
    try {
      report(form, sid, status);
    } catch (DataAccessException | IllegalStateException e) {
      log.warn("That {} is {} could not be saved: {}", sid, status, e.getClass().getSimpleName());
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    return ResponseEntity.noContent().build();
  }

  private void report(SignedForm form, String sid, String status) {
    if (form.value("MessageSid").isEmpty()) {
      return;
    }
    Optional<OutgoingId> text =
        form.queryValue(TEXT).filter(OutgoingId::isOne).map(OutgoingId::new);
    if (text.isPresent()) {
      texts.reported(text.get(), sid, status, code(form));
      return;
    }
    Optional<MessageId> answered =
        form.queryValue(ANSWERED).filter(WORD.asMatchPredicate()).map(MessageId::new);
    Optional<Integer> part =
        form.queryValue(PART).filter(DIGIT.asMatchPredicate()).map(Integer::valueOf);
    Optional<String> to =
        form.value("To")
            .map(number -> number.replaceFirst("^whatsapp:", ""))
            .filter(NUMBER.asMatchPredicate());
    if (answered.isPresent() && part.isPresent() && to.isPresent()) {
      answers.reported(to.get(), answered.get(), part.get(), status, code(form));
    }
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
