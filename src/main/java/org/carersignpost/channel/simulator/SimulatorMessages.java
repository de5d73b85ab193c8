package org.carersignpost.channel.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.channel.sms.TextLength;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Takes what was typed on the phone in the browser and brings it to the webhook as Twilio would.
@RestController
@DemonstrationOnly
class SimulatorMessages {
  private static final int MOST_CHARACTERS = 1600;
  private static final int MOST_MEDIA = 10;
  private static final Pattern SID = Pattern.compile("(SM|MM)[0-9a-f]{32}");

  private final SimulatedTwilio twilio;
  private final ServiceClock clock;

  SimulatorMessages(SimulatedTwilio twilio, ServiceClock clock) {
    this.twilio = twilio;
    this.clock = clock;
  }

  /// What the phone sends.
  ///
  /// @param from a number from 07700 900000 to 07700 900999
  /// @param body the words, at most 1,600 characters
  /// @param media how many pictures come along; 0 if missing
  /// @param sid for sending again: the id of the first attempt
  record Outgoing(
      @Nullable String from,
      @Nullable String body,
      @Nullable Integer media,
      @Nullable String sid) {}

  /// What came back.
  ///
  /// @param sid the id that the text was given
  /// @param at the service's time
  /// @param texts the answers in order; none if the service is silent
  /// @param lengths how each of them travels
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Delivered(String sid, Instant at, List<String> texts, List<TextLength> lengths) {}

  @PostMapping("/simulator/messages")
  Delivered send(@RequestBody Outgoing text) throws Undelivered {
    SimulatedNumber from =
        Optional.ofNullable(text.from())
            .flatMap(SimulatedNumber::of)
            .orElseThrow(() -> new IllegalArgumentException(SimulatedNumber.REFUSED));
    String body = Optional.ofNullable(text.body()).orElse("");
    if (body.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("A text holds at most 1,600 characters.");
    }
    int media = Optional.ofNullable(text.media()).orElse(0);
    if (media < 0 || media > MOST_MEDIA) {
      throw new IllegalArgumentException("At most 10 pictures go with a text.");
    }
    String sid =
        Optional.ofNullable(text.sid())
            .orElseGet(() -> SignedPosts.newSid(media > 0 ? "MM" : "SM"));
    if (!SID.matcher(sid).matches()) {
      throw new IllegalArgumentException("A message id is SM or MM and 32 hexadecimal digits.");
    }
    List<String> texts = twilio.text(sid, from, body, media);
    return new Delivered(sid, clock.instant(), texts, texts.stream().map(TextLength::of).toList());
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail undelivered(Undelivered e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, String.valueOf(e.getMessage()));
  }
}
