package org.carersignpost.channel.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.carersignpost.channel.sms.TextLength;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows the phone in the browser what has arrived since it last asked.
@RestController
@DemonstrationOnly
class SimulatorTexts {
  private final SimulatorInbox inbox;

  SimulatorTexts(SimulatorInbox inbox) {
    this.inbox = inbox;
  }

  /// @param texts those that are new, oldest first
  /// @param last the highest number on this phone, 0 if there is none
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Inbox(List<Text> texts, long last) {}

  /// @param n what to ask after next time
  /// @param length how it travelled
  record Text(long n, Instant at, String text, TextLength length) {}

  /// @param number from 07700 900000 to 07700 900999
  /// @param after the highest number that is known already; 0 for all that are kept
  @GetMapping("/simulator/inbox")
  Inbox arrived(
      @RequestParam("number") String number,
      @RequestParam(name = "after", defaultValue = "0") long after) {
    SimulatedNumber phone =
        SimulatedNumber.of(number)
            .orElseThrow(() -> new IllegalArgumentException(SimulatedNumber.REFUSED));
    List<SimulatorInbox.Text> all = inbox.after(phone, 0);
    List<Text> texts =
        all.stream()
            .filter(text -> text.n() > after)
            .map(text -> new Text(text.n(), text.at(), text.text(), TextLength.of(text.text())))
            .toList();
    return new Inbox(texts, all.isEmpty() ? 0 : all.getLast().n());
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail away(DataAccessException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, "The texts cannot be read just now.");
  }
}
