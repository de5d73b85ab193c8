package org.carersignpost.channel.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carersignpost.channel.Turns;
import org.carersignpost.channel.simulator.SimulatedNumber;
import org.carersignpost.channel.sms.TextLength;
import org.carersignpost.conversation.Answer;
import org.carersignpost.conversation.Received;
import org.carersignpost.conversation.ServiceFinder;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;

/// One carer's phone as lines of text: what is typed is sent, what begins with `/` is a command.
final class TerminalPhone {
  private static final String HELP =
      """
      Type what a carer would text, then Enter. Nothing is sent to a real phone.
        /explain               why the last text is answered with these services, part by part
        /number 07700 900456   text from another number
        /clock PT3H            move the clock forward, here by three hours
        /help                  this list
        /quit                  leave\
      """;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);
  private static final ZoneId HAMPSHIRE = ZoneId.of("Europe/London");

  private final Turns turns;
  private final Clock clock;
  private final Optional<Consumer<Duration>> advance;
  private final Explanations explanations;
  private final PrintWriter out;
  private final boolean typed;
  private String last = "";
  private SimulatedNumber number = new SimulatedNumber("123");

  /// Says why a carer's words find what they find.
  @FunctionalInterface
  interface Explanations {
    /// The services, best first.
    List<ServiceFinder.Found> of(String e164, String words);
  }

  /// @param advance moves the clock forward, where that is possible
  /// @param typed whether somebody sits at the keyboard; otherwise the lines read are shown as well
  TerminalPhone(
      Turns turns,
      Clock clock,
      Optional<Consumer<Duration>> advance,
      Explanations explanations,
      PrintWriter out,
      boolean typed) {
    this.turns = turns;
    this.clock = clock;
    this.advance = advance;
    this.explanations = explanations;
    this.out = out;
    this.typed = typed;
  }

  /// Answers line by line until the input ends or says `/quit`.
  void talk(BufferedReader in) throws IOException {
    out.println("Texting from " + number + ". /help lists the commands.");
    while (true) {
      if (typed) {
        out.print("\ncarer: ");
        out.flush();
      }
      String line = in.readLine();
      if (line == null || line.strip().equals("/quit")) {
        return;
      }
      if (line.isBlank()) {
        continue;
      }
      if (!typed) {
        out.println("\ncarer: " + line);
      }
      if (line.startsWith("/")) {
        obey(line.strip());
      } else {
        text(line);
      }
    }
  }

  private void text(String words) {
    last = words;
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    Answer answer =
        turns.take(
            new Received(
                new MessageId(sid),
                Channel.SMS,
                InboundMessage.Sender.MOBILE,
                Optional.of(number.e164()),
                words,
                0,
                Optional.empty()));
    if (answer.texts().isEmpty()) {
      out.println("  (no reply)");
    }
    for (String text : answer.texts()) {
      out.println("us: " + text.replace("\n", "\n    "));
      out.println("  (" + TextLength.of(text) + ")");
    }
    if (!answer.stored()) {
      out.println("  (not stored: Redis is away)");
    }
  }

  private void obey(String line) {
    String[] words = line.split("\\s+", 2);
    String argument = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "/help" -> out.println(HELP);
      case "/explain" -> explain();
      case "/number" -> choose(argument);
      case "/clock" -> advance(argument);
      default -> out.println("There is no " + words[0] + ". /help lists the commands.");
    }
  }

  private void explain() {
    List<ServiceFinder.Found> found = explanations.of(number.e164(), last);
    if (found.isEmpty()) {
      out.println("Nothing is found in these words.");
    }
    for (ServiceFinder.Found service : found) {
      out.println(service.id() + ": " + String.join(", ", service.why()));
      out.println(
          service.score().entrySet().stream()
              .map(part -> String.format(Locale.ROOT, "%s %.2f", part.getKey(), part.getValue()))
              .collect(Collectors.joining(", ", "  ", "")));
    }
  }

  private void choose(String written) {
    Optional<SimulatedNumber> chosen = SimulatedNumber.of(written);
    chosen.ifPresent(other -> number = other);
    out.println(chosen.map(other -> "Texting from " + other + ".").orElse(SimulatedNumber.REFUSED));
  }

  private void advance(String step) {
    if (advance.isEmpty()) {
      out.println("The clock can be moved in demonstration mode only.");
      return;
    }
    try {
      if (!step.isEmpty()) {
        advance.get().accept(Duration.parse(step));
      }
      out.println("It is " + TIME.format(clock.instant().atZone(HAMPSHIRE)) + ".");
    } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
      out.println("A step is a duration such as PT3H or P1D, at most 400 days.");
    }
  }
}
