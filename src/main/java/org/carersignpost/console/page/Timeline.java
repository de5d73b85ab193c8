package org.carersignpost.console.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carersignpost.console.Wait;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.MessageView;
import org.carersignpost.conversation.StaffConversations;
import org.carersignpost.dialogue.Outcome;

/// Puts what was said, noted and done into one order of lines, with a divider before each day.
final class Timeline {
  private static final Pattern VOICEMAIL = Pattern.compile("voicemail:(\\w+):(\\d{1,5})");
  private static final Pattern RISK = Pattern.compile("(\\w+) (\\S+) \\((.*)\\)");

  private final String reader;
  private final Names names;
  private final Duration answerWithin;
  private final Set<String> recordings;
  private final ZoneId zone;

  /// What ids are called.
  ///
  /// @param person by account name
  /// @param team by the team's id
  /// @param topics by their ids
  record Names(
      UnaryOperator<String> person, UnaryOperator<String> team, Map<String, String> topics) {}

  /// @param reader the account name of whoever reads it
  /// @param recordings the ids of the messages by voice that can be heard
  Timeline(String reader, Names names, Duration answerWithin, Set<String> recordings, ZoneId zone) {
    this.reader = reader;
    this.names = names;
    this.answerWithin = answerWithin;
    this.recordings = Set.copyOf(recordings);
    this.zone = zone;
  }

  private record Numbered(long number, TimelineLine line) {}

  /// The newest lines of a conversation, oldest of them first.
  ///
  /// @param most how many at most, not counting the dividers
  List<TimelineLine> of(ConversationView view, int most) {
    List<Numbered> all =
        Stream.of(
                view.messages().stream().map(each -> new Numbered(each.line(), said(each))),
                view.notes().stream().map(each -> new Numbered(each.line(), noted(each))),
                view.events().stream()
                    .filter(Timeline::isShown)
                    .map(each -> new Numbered(each.line(), happened(each))))
            .flatMap(lines -> lines)
            .sorted(Comparator.comparingLong(Numbered::number))
            .toList();
    List<TimelineLine> shown = new ArrayList<>();
    Optional<LocalDate> day = Optional.empty();
    for (Numbered each : all.subList(Math.max(0, all.size() - most), all.size())) {
      LocalDate its = LocalDate.ofInstant(each.line.at(), zone);
      if (!day.equals(Optional.of(its))) {
        shown.add(line("day-" + its, "day", each.line.at(), "", ""));
        day = Optional.of(its);
      }
      shown.add(each.line);
    }
    return shown;
  }

  /// How many lines there are, not counting the dividers.
  static int length(ConversationView view) {
    long events = view.events().stream().filter(Timeline::isShown).count();
    return view.messages().size() + view.notes().size() + (int) events;
  }

  /// Steps of a call in which nothing happened say nothing to anybody.
  private static boolean isShown(ConversationView.EventView event) {
    return !event.what().equals("call_silence");
  }

  private TimelineLine said(MessageView message) {
    String by = message.by().orElse("");
    return new TimelineLine(
        id(message.line()),
        message.from(),
        message.at(),
        by.isEmpty() ? "" : names.person.apply(by),
        by.equals(reader),
        message.text(),
        message.channel().equals("voice"),
        message.media(),
        message.understood().map(this::understood),
        delivered(message),
        Optional.empty());
  }

  private TimelineLine noted(ConversationView.NoteView note) {
    return line(id(note.line()), "note", note.at(), note.by(), note.text());
  }

  private TimelineLine happened(ConversationView.EventView event) {
    Optional<Voicemail> voicemail = voicemail(event.what());
    TimelineLine line =
        line(
            id(event.line()),
            voicemail.isPresent() ? "voicemail" : "event",
            event.at(),
            event.by(),
            words(event));
    return voicemail
        .map(left ->
            line.with(
                new TimelineLine.Recording(left.recording, recordings.contains(left.recording))))
        .orElse(line);
  }

  private record Voicemail(String recording, String seconds) {
    private String words() {
      return "Left a message of %s second%s".formatted(seconds, seconds.equals("1") ? "" : "s");
    }
  }

  private static Optional<Voicemail> voicemail(String what) {
    Matcher parts = VOICEMAIL.matcher(what);
    return parts.matches()
        ? Optional.of(new Voicemail(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /// The ids of all messages by voice of a conversation.
  static List<String> voicemails(ConversationView view) {
    return view.events().stream()
        .flatMap(event -> voicemail(event.what()).stream())
        .map(Voicemail::recording)
        .toList();
  }

  private TimelineLine line(String id, String kind, Instant at, String by, String text) {
    return new TimelineLine(
        id,
        kind,
        at,
        by.isEmpty() ? "" : names.person.apply(by),
        by.equals(reader),
        text,
        false,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The id of a line's element.
  static String id(long number) {
    return "line-" + number;
  }

  /// What happened, as a sentence without its full stop.
  private String words(ConversationView.EventView event) {
    String by = event.by().equals(reader) ? "You" : names.person.apply(event.by());
    String[] what = event.what().split(":", 2);
    String whom = what.length > 1 ? what[1] : "";
    return switch (what[0]) {
      case "call_began" -> "Rang us";
      case "call_ended" -> "The call ended";
      case "call_unreached" -> "Nobody came to the phone";
      case "took_call" -> by + " took the call";
      case "rang_carer" -> by + " rang the carer";
      case "voicemail" -> voicemail(event.what()).map(Voicemail::words).orElse("Left a message");
      case "claimed" -> by + " took this conversation";
      case "released" -> by + " put it back in the queue";
      case "lapsed" -> "Went back to the queue: no answer within " + Wait.inWords(answerWithin);
      case "passed_to_person" ->
          "%s passed it to %s"
              .formatted(by, whom.equals(reader) ? "you" : names.person.apply(whom));
      case "passed_to_team" -> "%s passed it to %s".formatted(by, names.team.apply(whom));
      case "handed_back" -> by + " handed it back to the service";
      case "closed" -> by + " closed it: " + outcome(whom);
      default -> (event.by().equals(StaffConversations.SERVICE) ? "The service" : by) + ": " + whom;
    };
  }

  private static String outcome(String id) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.id().equals(id)) {
        return PlainWords.outcome(outcome);
      }
    }
    return id;
  }

  private TimelineLine.Understood understood(MessageView.Understood what) {
    return new TimelineLine.Understood(
        PlainWords.intent(what.intent(), names.topics),
        (int) Math.round(what.confidence() * 100),
        what.topics().stream().map(topic -> names.topics.getOrDefault(topic, topic)).toList(),
        what.place(),
        dangers(what.risks()),
        PlainWords.policy(what.decidedBy()));
  }

  /// The dangers of a message, as [MessageView.Understood] tells them.
  static List<TimelineLine.Danger> dangers(List<String> risks) {
    return risks.stream().flatMap(risk -> danger(risk).stream()).toList();
  }

  private static Optional<TimelineLine.Danger> danger(String risk) {
    Matcher parts = RISK.matcher(risk);
    return parts.matches()
        ? Optional.of(
            new TimelineLine.Danger(
                parts.group(1),
                PlainWords.danger(parts.group(2)),
                parts.group(3).replace('_', ' ')))
        : Optional.empty();
  }

  private static Optional<TimelineLine.Delivered> delivered(MessageView message) {
    return message
        .delivery()
        .map(state -> {
          Optional<Instant> later = message.due().filter(due -> due.isAfter(message.at()));
          String[] shown = shown(state, later.isPresent());
          boolean hasGone = later.isPresent() && !state.equals("queued");
          String words = hasGone ? shown[1] + ", sent later" : shown[1];
          return new TimelineLine.Delivered(
              message.outgoing(), state, shown[0], words, later, trouble(message));
        });
  }

  private static String[] shown(String state, boolean isLater) {
    return switch (state) {
      case "queued" -> new String[] {"◷", isLater ? "To be sent later" : "Waiting to be sent"};
      case "sending", "accepted" -> new String[] {"↑", "On its way"};
      case "sent" -> new String[] {"✓", "Sent"};
      case "delivered" -> new String[] {"✓✓", "Delivered"};
      case "undelivered" -> new String[] {"!", "Did not arrive"};
      case "failed" -> new String[] {"!", "Not sent"};
      case "unknown" -> new String[] {"?", "Perhaps not sent"};
      case "cancelled" -> new String[] {"×", "Taken back, not sent"};
      default -> new String[] {"", PlainWords.capital(state)};
    };
  }

  /// What went wrong with a text, and what to do about it.
  private static Optional<String> trouble(MessageView message) {
    return message
        .problem()
        .map(happened -> (happened + " " + message.advice().orElse("")).strip());
  }
}
