package org.carersignpost.channel.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.carersignpost.channel.Turns;
import org.carersignpost.channel.simulator.SharedClock;
import org.carersignpost.conversation.ServiceFinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// `./signpost chat`: texts with the real dialogue, in a terminal or through a pipe.
///
/// It is there only when the application was started with the argument `chat`, and ends with the
/// input.
@Component
@Profile("chat")
class TerminalChat implements ApplicationRunner {
  private static final int MOST_EXPLAINED = 5;

  private final Turns turns;
  private final Clock clock;
  private final ObjectProvider<SharedClock> shared;
  private final ServiceFinder services;

  TerminalChat(
      Turns turns, Clock clock, ObjectProvider<SharedClock> shared, ServiceFinder services) {
    this.turns = turns;
    this.clock = clock;
    this.shared = shared;
    this.services = services;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    boolean typed = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    Optional<Consumer<Duration>> advance = shared.stream().findFirst().map(c -> c::advance);
    TerminalPhone.Explanations explanations =
        (e164, words) -> services.findFor(e164, words, MOST_EXPLAINED);
    new TerminalPhone(turns, clock, advance, explanations, out, typed).talk(in);
  }
}
