package org.carersignpost.benchmark;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.carersignpost.conversation.CurrentDialogue;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.conversation.store.SameRedisCalls;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.understanding.Understanding;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// What a whole turn is measured against: an endpoint that does nothing, and one that makes the
/// same Redis calls.
@TestConfiguration(proxyBeanMethods = false)
class Yardsticks {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 10, 15);
  private static final Conversation BEFORE = Conversation.begin(new ConversationId("benchmark"));
  private static final Circumstances CIRCUMSTANCES =
      new Circumstances(
          NOW, "carers", new OpeningState.Open(NOW.withHour(17)), true, Phones.NONE, "benchmark");

  @Bean
  @Order(0)
  SecurityFilterChain benchmarkChain(HttpSecurity http) {
    return http.securityMatcher("/benchmark/**")
        .csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  RouterFunction<ServerResponse> benchmarkEndpoints(
      StringRedisTemplate redis,
      ConversationStore store,
      Understanding understanding,
      CurrentDialogue dialogue,
      Knowledge knowledge) {
    SameRedisCalls texts =
        new SameRedisCalls(
            redis,
            store,
            turn(understanding, dialogue, knowledge, text()),
            store.load(List.of("benchmark"), new MessageId("SMbenchmark")));
    SameRedisCalls callSteps =
        new SameRedisCalls(
            redis,
            store,
            turn(understanding, dialogue, knowledge, words()),
            store.load(List.of("benchmark"), new MessageId("CAbenchmark:1")));
    AtomicLong count = new AtomicLong();
    return RouterFunctions.route()
        .POST(Benchmarks.BARE, request -> answer())
        .POST(
            Benchmarks.REDIS,
            request -> {
              long number = count.incrementAndGet();
              texts.run("benchmark" + number % Benchmarks.CARERS, String.format("SM%032d", number));
              return answer();
            })
        .POST(
            Benchmarks.REDIS_OF_CALLS,
            request -> {
              long number = count.incrementAndGet();
              callSteps.run(
                  "benchmark" + number % Benchmarks.CARERS, String.format("CA%032d:1", number));
              return answer();
            })
        .build();
  }

  private static ServerResponse answer() {
    return ServerResponse.ok().contentType(MediaType.APPLICATION_XML).body("<Response/>");
  }

  private static TakenTurn turn(
      Understanding understanding,
      CurrentDialogue dialogue,
      Knowledge knowledge,
      InboundMessage message) {
    Interpretation meaning = understanding.interpret(message.utterance(), BEFORE);
    return new TakenTurn(
        message,
        Optional.of("+447700900123"),
        meaning,
        dialogue.take(BEFORE, message, meaning, CIRCUMSTANCES, knowledge.directory()));
  }

  private static InboundMessage text() {
    return message("SMbenchmark", Channel.SMS, Optional.empty());
  }

  /// A step of a call in which somebody says what they need.
  private static InboundMessage words() {
    CallStep step = new CallStep("CAbenchmark", 1, new Heard.Words(OptionalDouble.of(0.92)));
    return message("CAbenchmark:1", Channel.VOICE, Optional.of(step));
  }

  private static InboundMessage message(String id, Channel channel, Optional<CallStep> step) {
    return new InboundMessage(
        new MessageId(id),
        channel,
        InboundMessage.Sender.MOBILE,
        Instant.parse("2026-03-02T10:15:00Z"),
        Messages.ALL.getFirst(),
        0,
        Optional.empty(),
        step);
  }
}
