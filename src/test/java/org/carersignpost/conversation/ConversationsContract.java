package org.carersignpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.carersignpost.conversation.TestCarers.text;
import static org.carersignpost.conversation.TestService.CARER;
import static org.carersignpost.conversation.TestService.SECRET;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.InboundMessage.OptOut;
import org.carersignpost.dialogue.InboundMessage.Sender;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.handoff.Handoff;
import org.carersignpost.privacy.Pseudonyms;
import org.junit.jupiter.api.Test;

/// How turns are taken, on one Redis and on a Cluster alike, while Redis is there.
abstract class ConversationsContract extends KeepingContract {
  @Test
  void aMessageIsAnsweredAndStoredWithItsAnswer() {
    Answer answer = service.take("SM1", "i need a break");

    assertThat(answer)
        .isEqualTo(new Answer(List.of("Heard i need a break, number 1"), false, true));
    ConversationView view = service.view();
    assertThat(view.messages())
        .extracting(MessageView::at, MessageView::from, MessageView::text, MessageView::channel)
        .containsExactly(
            tuple(clock.instant(), "carer", "i need a break", "sms"),
            tuple(clock.instant(), "bot", "Heard i need a break, number 1", "sms"));
    assertThat(view.messages().getFirst().understood().orElseThrow().topics())
        .containsExactly("breaks-respite");
    assertThat(view.topics()).containsExactly("breaks-respite");
    assertThat(view.lastMessageAt()).isEqualTo(clock.instant());
    assertThat(service.conversations.numberOf(view.id())).contains(CARER);
  }

  @Test
  void theSameIdGetsTheSameWordsAndIsStoredOnce() {
    Answer first = service.take("SM1", "i need a break");
    clock.advance(Duration.ofMinutes(59));
    Answer again = service.take("SM1", "i need a break");

    assertThat(again.texts()).isEqualTo(first.texts());
    assertThat(again.repeated()).isTrue();
    assertThat(service.view().messages()).hasSize(2);
    assertThat(service.dialogue.interpreted).hasValue(1);
  }

  @Test
  void theSameIdAtOnceGetsTheVerySameWords() {
    List<Answer> answers = atOnce(16, i -> service.take("SM1", "i need a break " + i));

    assertThat(answers).extracting(Answer::texts).containsOnly(answers.getFirst().texts());
    assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
    assertThat(service.view().messages()).hasSize(2);
  }

  @Test
  void twoMessagesAtOnceAreBothAnsweredAndKeptInOneOrder() {
    int rounds = 20;
    for (int round = 0; round < rounds; round++) {
      int number = round;
      List<Answer> answers = atOnce(2, i -> service.take("SM" + number + i, "round " + number));
      assertThat(answers).allMatch(answer -> answer.texts().size() == 1 && answer.stored());
    }

    assertCountedWithoutGaps(2 * rounds);
  }

  @Test
  void twentyMessagesAtOnceLoseNothing() {
    int carers = 20;
    List<Answer> answers = atOnce(carers, i -> service.take("SM" + i, "message " + i));
    service.replayer.replay();

    assertThat(answers).allMatch(answer -> answer.texts().size() == 1);
    assertThat(service.spool.size()).isZero();
    List<MessageView> messages = service.view().messages();
    assertThat(messages)
        .filteredOn(message -> message.from().equals("carer"))
        .extracting(MessageView::text)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, carers).mapToObj(i -> "message " + i).toList());
    assertThat(messages)
        .filteredOn(message -> message.from().equals("bot"))
        .extracting(MessageView::text)
        .containsExactlyInAnyOrderElementsOf(
            answers.stream().map(answer -> answer.texts().getFirst()).toList());
  }

  @Test
  void aHandoffIsStoredWithTheTurn() {
    service.take("SM1", "may i talk to a person");

    ConversationView view = service.view();
    assertThat(view.state()).isEqualTo("waiting");
    assertThat(service.handoffs.waiting(10))
        .containsExactly(
            new Handoff(new ConversationId(view.id()), Priority.NORMAL, clock.instant(), "asked"));
    assertThat(service.handoffs.count()).isEqualTo(1);
    assertThat(service.conversations.page(Optional.of("waiting"), 0, 10).total()).isEqualTo(1);
    assertThat(service.conversations.page(Optional.of("bot"), 0, 10).total()).isZero();
  }

  @Test
  void askingTwiceKeepsTheFirstTimeAndRaisesThePriority() {
    Instant first = clock.instant();
    service.take("SM1", "may i talk to a person");
    clock.advance(Duration.ofMinutes(5));
    service.take("SM2", "there is danger");
    clock.advance(Duration.ofMinutes(5));
    service.take("SM3", "a person please");

    assertThat(service.handoffs.waiting(10))
        .containsExactly(
            new Handoff(
                new ConversationId(service.view().id()), Priority.CRISIS, first, "suicide"));
  }

  @Test
  void whoeverIsMostAtRiskComesFirstThenWhoeverHasWaitedLongest() {
    List<String> wanted = List.of("+447700900001", "+447700900002", "+447700900003");
    service.conversations.take(text("SM1", wanted.get(1), "a person please"));
    clock.advance(Duration.ofMinutes(1));
    service.conversations.take(text("SM2", wanted.get(2), "a person please"));
    clock.advance(Duration.ofMinutes(1));
    service.conversations.take(text("SM3", wanted.getFirst(), "danger"));

    Pseudonyms names = new Pseudonyms(SECRET);
    assertThat(service.handoffs.waiting(10))
        .extracting(handoff -> handoff.conversation().value())
        .containsExactlyElementsOf(wanted.stream().map(names::of).toList());
    assertThat(service.handoffs.waiting(1)).hasSize(1);
  }

  @Test
  void whoeverNoLongerWaitsLeavesTheQueue() {
    service.take("SM1", "may i talk to a person");
    service.take("SM2", "never mind");

    assertThat(service.handoffs.waiting(10)).isEmpty();
    assertThat(service.view().state()).isEqualTo("bot");
  }

  @Test
  void whatTwilioAnsweredItselfIsRecordedAndMetWithSilence() {
    Answer answer =
        service.conversations.take(
            new Received(
                new MessageId("SM1"),
                Channel.SMS,
                Sender.MOBILE,
                Optional.of(CARER),
                "stop",
                0,
                Optional.of(OptOut.STOP)));

    assertThat(answer.texts()).isEmpty();
    assertThat(service.view().messages()).hasSize(1);
    assertThat(service.take("SM1", "stop").repeated()).isTrue();
  }

  @Test
  void aWithheldNumberIsStoredButNeverRemembered() {
    Answer first = service.conversations.take(withheld("SM1"));
    service.conversations.take(withheld("SM2"));
    Answer again = service.conversations.take(withheld("SM1"));

    assertThat(first.texts()).containsExactly("Heard hello, number 1");
    assertThat(service.dialogue.before).allMatch(before -> before.misses() == 0);
    assertThat(again).isEqualTo(new Answer(first.texts(), true, true));
    assertThat(service.conversations.page(Optional.empty(), 0, 10).total()).isEqualTo(2);
  }

  @Test
  void aBugGivesTheFixedSentenceAndAPerson() {
    for (String words : List.of("gibberish", "a bug")) {
      redis.clear();
      Answer answer = service.take("SM" + words.length(), words);

      assertThat(answer.texts()).containsExactly(Fault.SENTENCE);
      assertThat(service.handoffs.waiting(10))
          .extracting(Handoff::priority)
          .containsExactly(Priority.URGENT);
      assertThat(service.view().messages()).hasSize(2);
    }
  }

  @Test
  void aTurnTakesTwoRoundTrips() {
    service.take("SM0", "the scripts are known from here on");
    long before = redis.calls("evalsha");
    for (int i = 1; i <= 10; i++) {
      service.take("SM" + i, "i want a person");
    }

    assertThat(redis.calls("evalsha") - before).isEqualTo(20);
  }

  /// The fake dialogue counts what it remembers, so a lost update would leave a gap or a repeat.
  private void assertCountedWithoutGaps(int turns) {
    List<MessageView> messages = service.view().messages();
    assertThat(messages).hasSize(2 * turns);
    for (int turn = 0; turn < turns; turn++) {
      MessageView said = messages.get(2 * turn);
      MessageView answered = messages.get(2 * turn + 1);
      assertThat(said.from()).isEqualTo("carer");
      assertThat(answered.text()).isEqualTo("Heard " + said.text() + ", number " + (turn + 1));
    }
  }

  private static <T> List<T> atOnce(int threads, IntFunction<T> each) {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService running = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<T>> results =
          IntStream.range(0, threads)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> {
                        try {
                          start.await();
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                        return each.apply(i);
                      },
                      running))
              .toList();
      start.countDown();
      return results.stream().map(CompletableFuture::join).toList();
    }
  }
}
