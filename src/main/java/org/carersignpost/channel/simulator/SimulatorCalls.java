package org.carersignpost.channel.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes what is done with the phones on the page, and shows them what happens on their calls.
@RestController
@DemonstrationOnly
@RequestMapping("/simulator")
class SimulatorCalls {
  private static final String WITHHELD = "withheld";
  private static final String ANONYMOUS = "anonymous";
  private static final double HEARD_WELL = 0.92;
  private static final int MOST_CHARACTERS = 1_600;
  private static final Pattern KEYS = Pattern.compile("[0-9*#]{1,32}");
  private static final Duration SERVICE_TAKES = Duration.ofSeconds(16);

  private final Exchange exchange;

  SimulatorCalls(Exchange exchange) {
    this.exchange = exchange;
  }

  /// A call to begin.
  ///
  /// @param from a number from 07700 900000 to 07700 900999, or `withheld`
  record Ringing(@Nullable String from) {}

  /// What is done with a phone: one thing at a time.
  ///
  /// @param keys those that are pressed
  /// @param words those that are said
  /// @param confidence how well they are understood, 0 to 1
  /// @param silence to say and press nothing until the service goes on
  /// @param message words to leave as a message; with `hangup` the phone is put down afterwards
  /// @param waitOn to skip the rest of a wait
  /// @param answer to answer a phone that rings
  /// @param decline not to
  /// @param voicemail to let an answering machine do it
  /// @param hangup to put the phone down
  record Done(
      @Nullable String keys,
      @Nullable String words,
      @Nullable Double confidence,
      @Nullable Boolean silence,
      @Nullable String message,
      @Nullable Boolean waitOn,
      @Nullable Boolean answer,
      @Nullable Boolean decline,
      @Nullable Boolean voicemail,
      @Nullable Boolean hangup) {}

  /// A phone cannot do this now.
  static final class NotNow extends Exception {
    private static final long serialVersionUID = 1L;

    NotNow() {
      super("The phone cannot do that just now.");
    }
  }

  /// There is no such call, or not any more.
  static final class Gone extends Exception {
    private static final long serialVersionUID = 1L;

    Gone() {
      super("This call is not known here any more.");
    }
  }

  @PostMapping("/calls")
  SimulatedCall.View ring(@RequestBody Ringing wanted) throws InterruptedException {
    String from = Optional.ofNullable(wanted.from()).orElse("");
    String number =
        from.equals(WITHHELD)
            ? ANONYMOUS
            : SimulatedNumber.of(from)
                .orElseThrow(() -> new IllegalArgumentException(SimulatedNumber.REFUSED))
                .e164();
    SimulatedCall call = exchange.ringIn(number);
    call.settle(SERVICE_TAKES);
    return call.view(0);
  }

  /// @param after the highest number that is known already; 0 for all
  @GetMapping("/calls/{sid}")
  SimulatedCall.View call(
      @PathVariable("sid") String sid, @RequestParam(name = "after", defaultValue = "0") long after)
      throws Gone {
    return find(sid).view(after);
  }

  /// The phones that ring or talk, each with all that happened on it.
  @GetMapping("/phones")
  List<SimulatedCall.View> phones() {
    return exchange.phones().stream().map(call -> call.view(0)).toList();
  }

  /// @param after as for a call
  @PostMapping({"/calls/{sid}/do", "/phones/{sid}/do"})
  SimulatedCall.View act(
      @PathVariable("sid") String sid,
      @RequestParam(name = "after", defaultValue = "0") long after,
      @RequestBody Done done)
      throws Gone, NotNow, InterruptedException {
    SimulatedCall call = find(sid);
    Optional<CallInput> input = input(done);
    if (input.isEmpty()) {
      call.hangUp("You hung up.");
      return call.view(after);
    }
    call.settle(SERVICE_TAKES);
    if (!call.act(input.get())) {
      throw new NotNow();
    }
    call.settle(SERVICE_TAKES);
    return call.view(after);
  }

  private SimulatedCall find(String sid) throws Gone {
    return exchange.find(sid).orElseThrow(Gone::new);
  }

  /// Empty for putting the phone down.
  private static Optional<CallInput> input(Done done) {
    List<CallInput> inputs =
        Stream.of(
                Optional.ofNullable(done.keys()).map(SimulatorCalls::keys),
                Optional.ofNullable(done.words()).map(words -> words(words, done.confidence())),
                Optional.ofNullable(done.message())
                    .map(words -> message(words, isTrue(done.hangup()))),
                when(done.silence(), new CallInput.Silence()),
                when(done.waitOn(), new CallInput.WaitOn()),
                when(done.answer(), new CallInput.Answer(false)),
                when(done.voicemail(), new CallInput.Answer(true)),
                when(done.decline(), new CallInput.Decline()))
            .<CallInput>flatMap(Optional::stream)
            .toList();
    if (inputs.size() > 1 || (inputs.isEmpty() && !isTrue(done.hangup()))) {
      throw new IllegalArgumentException("Do one thing at a time with a phone.");
    }
    return inputs.stream().findFirst();
  }

  private static Optional<CallInput> when(@Nullable Boolean is, CallInput input) {
    return isTrue(is) ? Optional.of(input) : Optional.empty();
  }

  private static boolean isTrue(@Nullable Boolean is) {
    return Boolean.TRUE.equals(is);
  }

  private static CallInput keys(String keys) {
    if (!KEYS.matcher(keys).matches()) {
      throw new IllegalArgumentException("A phone's keys are 0 to 9, * and #.");
    }
    return new CallInput.Keys(keys);
  }

  private static CallInput words(String words, @Nullable Double confidence) {
    double heard = confidence == null ? HEARD_WELL : confidence;
    if (!(heard >= 0 && heard <= 1)) {
      throw new IllegalArgumentException("Confidence is from 0 to 1.");
    }
    return new CallInput.Words(some(words), heard);
  }

  private static CallInput message(String words, boolean hangUp) {
    return new CallInput.Message(some(words), hangUp);
  }

  private static String some(String words) {
    if (words.isBlank() || words.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("Say something, at most 1,600 characters.");
    }
    return words.strip();
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException e) {
    return problem(HttpStatus.BAD_REQUEST, e);
  }

  @ExceptionHandler
  ProblemDetail gone(Gone e) {
    return problem(HttpStatus.NOT_FOUND, e);
  }

  @ExceptionHandler
  ProblemDetail notNow(NotNow e) {
    return problem(HttpStatus.CONFLICT, e);
  }

  @ExceptionHandler
  ProblemDetail full(Exchange.Full e) {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, e);
  }

  private static ProblemDetail problem(HttpStatus status, Exception e) {
    return ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
  }
}
