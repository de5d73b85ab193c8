package org.carersignpost.channel.voice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carersignpost.channel.PersonLine;
import org.carersignpost.channel.Turns;
import org.carersignpost.channel.twilio.Wordless;
import org.carersignpost.conversation.Answer;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Spoken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the steps of calls, whichever way they come: each is decided and kept, told to those who
/// ring for people, and timed.
final class CallSteps {
  private static final Logger log = LoggerFactory.getLogger(CallSteps.class);

  private final Turns turns;
  private final PersonLine people;
  private final MeterRegistry meters;

  CallSteps(Turns turns, PersonLine people, MeterRegistry meters) {
    this.turns = turns;
    this.people = people;
    this.meters = meters;
  }

  /// Takes a step of a call.
  ///
  /// @param made makes of what the caller is to hear what the network wants
  /// @return empty if anything failed; it is in the log then
  <T> Optional<T> take(Received received, Function<Spoken, T> made) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      CallStep step = received.call().orElseThrow();
      Answer answer = turns.take(received);
      T result = made.apply(answer.spoken().orElseGet(() -> unplanned(answer)));
      people.stepped(step, answer);
      outcome = answer.repeated() ? "repeated" : "answered";
      return Optional.of(result);
    } catch (RuntimeException | Error failure) {
      log.error("Step {} was not answered", received.id(), Wordless.copyOf(failure));
      return Optional.empty();
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
}
