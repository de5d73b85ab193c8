package org.carersignpost.benchmark;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.conversation.store.SameRedisCalls;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Dialogue;
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
      Dialogue dialogue,
      Knowledge knowledge) {
    SameRedisCalls calls =
        new SameRedisCalls(
            redis,
            store,
            turn(understanding, dialogue, knowledge),
            store.load(List.of("benchmark"), new MessageId("SMbenchmark")));
    AtomicLong count = new AtomicLong();
    return RouterFunctions.route()
        .POST(Benchmarks.BARE, request -> answer())
        .POST(
            Benchmarks.REDIS,
            request -> {
              long number = count.incrementAndGet();
              calls.run("benchmark" + number % Benchmarks.CARERS, String.format("SM%032d", number));
              return answer();
            })
        .build();
  }

  private static ServerResponse answer() {
    return ServerResponse.ok().contentType(MediaType.APPLICATION_XML).body("<Response/>");
  }

  private static TakenTurn turn(
      Understanding understanding, Dialogue dialogue, Knowledge knowledge) {
    Conversation before = Conversation.begin(new ConversationId("benchmark"));
    Instant at = Instant.parse("2026-03-02T10:15:00Z");
    LocalDateTime now = LocalDateTime.of(2026, 3, 2, 10, 15);
    InboundMessage message =
        new InboundMessage(
            new MessageId("SMbenchmark"),
            Channel.SMS,
            InboundMessage.Sender.MOBILE,
            at,
            Messages.ALL.getFirst(),
            0,
            Optional.empty());
    Interpretation meaning = understanding.interpret(message.utterance(), before);
    return new TakenTurn(
        message,
        Optional.of("+447700900123"),
        meaning,
        dialogue.take(
            before,
            message,
            meaning,
            new Circumstances(
                now,
                "carers",
                new OpeningState.Open(now.withHour(17)),
                true,
                Phones.NONE,
                "benchmark"),
            knowledge.directory()));
  }
}
