package org.carersignpost.conversation;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.dialogue.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Understands a message once and decides about it as often as the race for the store demands.
///
/// A bug in either never leaves the carer without an answer: it becomes the fixed sentence, a
/// person is asked to look, and one line of the log names the message.
final class Mind {
  private static final Logger LOG = LoggerFactory.getLogger(Mind.class);

  /// What keys and silence mean is for the call to say.
  private static final Interpretation NOTHING_SAID =
      new Interpretation(
          List.of(), Intent.Talk.UNCLEAR, 1, List.of(), Slots.NONE, OptionalInt.empty(), false);

  private final Interpreter interpreter;
  private final Decider decider;
  private final Directories directories;
  private final Routing routing;
  private final ZoneId zone;

  Mind(
      Interpreter interpreter,
      Decider decider,
      Directories directories,
      Routing routing,
      ZoneId zone) {
    this.interpreter = interpreter;
    this.decider = decider;
    this.directories = directories;
    this.routing = routing;
    this.zone = zone;
  }

  /// Finds out what the carer means.
  @FunctionalInterface
  interface Interpreter {
    Interpretation interpret(String utterance, Conversation conversation);
  }

  /// Decides what to say and do; a pure function.
  @FunctionalInterface
  interface Decider {
    Turn take(
        Conversation before,
        InboundMessage message,
        Interpretation meaning,
        Circumstances circumstances,
        ServiceDirectory directory);
  }

  /// Which team of people a conversation goes to.
  interface Routing {
    /// The id of the team that fits.
    String teamFor(Slots slots, Collection<String> topics);

    /// Whether that team is at work at a local time, and else when next.
    OpeningState at(String team, LocalDateTime now);

    /// Whether somebody of that team can be rung now.
    Phones phones(String team);
  }

  /// Where the services of the moment come from.
  @FunctionalInterface
  interface Directories {
    Known now();
  }

  /// One state of the directory.
  ///
  /// @param version names it
  record Known(ServiceDirectory directory, String version) {}

  /// What a message means, to be decided upon.
  Thought about(InboundMessage message, Optional<String> number, Conversation before) {
    if (message.call().filter(step -> !(step.heard() instanceof Heard.Words)).isPresent()) {
      return new Thought(message, number, NOTHING_SAID);
    }
    try {
      return new Thought(message, number, interpreter.interpret(message.utterance(), before));
    } catch (RuntimeException | StackOverflowError e) {
      Thought thought = new Thought(message, number, Fault.NOT_UNDERSTOOD);
      thought.failed(e);
      return thought;
    }
  }

  /// One understood message.
  final class Thought {
    private final InboundMessage message;
    private final Optional<String> number;
    private final Interpretation meaning;
    private boolean isFaulty;

    private Thought(InboundMessage message, Optional<String> number, Interpretation meaning) {
      this.message = message;
      this.number = number;
      this.meaning = meaning;
    }

    /// The turn that answers it.
    ///
    /// @param before the conversation as it stands
    /// @param hasMemory false while nothing can be stored
    TakenTurn decided(Conversation before, boolean hasMemory) {
      return new TakenTurn(message, number, meaning, turn(before, hasMemory));
    }

    private Turn turn(Conversation before, boolean hasMemory) {
      if (!isFaulty) {
        try {
          LocalDateTime now = LocalDateTime.ofInstant(message.at(), zone);
          String team = teamFor(before);
          Known known = directories.now();
          return decider.take(
              before,
              message,
              meaning,
              new Circumstances(
                  now,
                  team,
                  routing.at(team, now),
                  hasMemory,
                  phones(team, hasMemory),
                  known.version()),
              known.directory());
        } catch (RuntimeException | StackOverflowError e) {
          failed(e);
        }
      }
      return Fault.turn(before, message, meaning);
    }

    /// Whom to ring is looked up for callers only.
    private Phones phones(String team, boolean hasMemory) {
      return message.call().isPresent() && hasMemory ? routing.phones(team) : Phones.NONE;
    }

    /// The team that a staff member chose, or the one that fits what is known with this message.
    private String teamFor(Conversation before) {
      return before
          .routing()
          .filter(Conversation.Routing::byStaff)
          .map(Conversation.Routing::team)
          .orElseGet(() ->
              routing.teamFor(
                  before.slots().updatedBy(meaning.slots()),
                  Stream.concat(
                          meaning.topics().stream().map(TopicScore::topic),
                          before.topics().stream())
                      .toList()));
    }

    private void failed(Throwable bug) {
      isFaulty = true;
      LOG.error("Message {} got the fixed answer: {}", message.id(), Fault.described(bug));
    }
  }
}
