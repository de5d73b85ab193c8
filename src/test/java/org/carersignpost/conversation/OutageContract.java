package org.carersignpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carersignpost.conversation.TestCarers.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.carersignpost.conversation.store.Recordings;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.handoff.Handoff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/// What must hold on one Redis and on a Cluster alike, while Redis is away and when it comes back.
abstract class OutageContract {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

  private final MovableClock clock = new MovableClock();
  private TestRedis redis;
  private TestService service;
  private Path folder;

  abstract TestRedis started(Path folder);

  @BeforeEach
  void start(@TempDir Path ofRedis, @TempDir Path ofService) {
    redis = started(ofRedis);
    TestService.warmUp(redis, ofRedis);
    folder = ofService;
    service = new TestService(redis, folder, clock);
    service.awaitRedis();
  }

  @AfterEach
  void stop() {
    service.close();
    redis.close();
  }

  @Test
  void whileRedisIsAwayCarersAreAnsweredAndNothingIsLost() {
    service.take("SM1", "before");
    redis.kill();
    Answer first = inTime(() -> service.take("SM2", "first"));
    clock.advance(Duration.ofSeconds(1));
    Answer second = inTime(() -> service.take("SM3", "second, there is danger"));

    assertThat(first)
        .isEqualTo(new Answer(List.of("Heard first, number 1, unremembered"), false, false));
    assertThat(service.take("SM2", "first")).isEqualTo(new Answer(first.texts(), true, false));
    assertThatThrownBy(() -> service.conversations.page(Optional.empty(), 0, 10))
        .isInstanceOf(DataAccessException.class);

    restartService();
    assertThat(service.take("SM3", "second").texts()).isEqualTo(second.texts());
    assertThat(service.spool.size()).isEqualTo(2);

    redis.start();
    replayEverything();
    assertThat(service.view().messages())
        .extracting(MessageView::text)
        .containsExactly(
            "before",
            "Heard before, number 1",
            "first",
            first.texts().getFirst(),
            "second, there is danger",
            second.texts().getFirst());
    assertThat(service.take("SM3", "second")).isEqualTo(new Answer(second.texts(), true, true));
    assertThat(service.handoffs.waiting(10))
        .extracting(Handoff::priority)
        .containsExactly(Priority.CRISIS);
    assertThat(service.view().state()).isEqualTo("waiting");
  }

  @Test
  void aServiceThatNeverSawItsRedisAnswersInTime() {
    redis.kill();
    restartService();

    List<Answer> answers =
        inTime(() -> {
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> take(i), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
          }
        });
    assertThat(answers).allMatch(answer -> answer.texts().size() == 1);
    assertThat(service.spool.size()).isEqualTo(20);
  }

  @Test
  void aMessageThatACallerLeftIsFetchedAfterAnOutage() {
    service.take("SM1", "before");
    redis.kill();
    CallStep left = new CallStep("CA1", 4, new Heard.Recorded("REoutage", 12));
    inTime(() ->
        service.conversations.take(
            new Received(
                left.id(""),
                Channel.VOICE,
                InboundMessage.Sender.MOBILE,
                Optional.of(TestService.CARER),
                "",
                0,
                Optional.empty(),
                Optional.of(left))));
    redis.start();
    replayEverything();
    // Some seconds later, and however often it is told.
    clock.advance(Duration.ofSeconds(2));
    assertThat(service.recordings.wanted(clock.instant()))
        .extracting(Recordings.Wanted::recording)
        .containsExactly("REoutage");
  }

  @Test
  void aRedisThatHangsIsNotWaitedFor() {
    service.take("SM1", "before");
    redis.freeze();
    Answer answer = inTime(() -> service.take("SM2", "hello"));
    redis.thaw();

    assertThat(answer.stored()).isFalse();
    replayEverything();
    assertThat(service.view().messages()).hasSize(4);
  }

  @Test
  void aSaveOfWhichNobodyKnowsIsNotDoneTwice() {
    service.take("SM1", "before");
    service.dialogue.whileDeciding = redis::freeze;
    Answer answer = inTime(() -> service.take("SM2", "hello"));
    service.dialogue.whileDeciding = () -> {};
    redis.thaw();

    assertThat(answer.texts()).containsExactly("Heard hello, number 2");
    replayEverything();
    assertThat(service.view().messages())
        .extracting(MessageView::text)
        .containsExactly("before", "Heard before, number 1", "hello", answer.texts().getFirst());
  }

  @Test
  void whoWritesAgainAfterAnOutageIsRememberedAndStoredInOrder() {
    service.take("SM1", "before");
    redis.kill();
    String unremembered = service.take("SM2", "during").texts().getFirst();
    redis.start();
    service.awaitRedis();
    Answer after = service.take("SM3", "after");

    assertThat(after).isEqualTo(new Answer(List.of("Heard after, number 2"), false, true));
    replayEverything();
    assertThat(service.view().messages())
        .extracting(MessageView::text)
        .containsExactly(
            "before",
            "Heard before, number 1",
            "during",
            unremembered,
            "after",
            "Heard after, number 2");
  }

  @Test
  void whenRedisIsKilledNothingThatWasAnsweredIsLost() throws InterruptedException {
    int carers = 4;
    int messages = 60;
    CountDownLatch underWay = new CountDownLatch(carers * messages / 3);
    List<CompletableFuture<List<Answer>>> writing = new ArrayList<>();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    for (int carer = 0; carer < carers; carer++) {
      String number = number(carer);
      writing.add(CompletableFuture.supplyAsync(() -> write(number, messages, underWay), threads));
    }
    underWay.await();
    redis.kill();
    List<List<Answer>> answers = writing.stream().map(CompletableFuture::join).toList();
    threads.close();
    redis.start();
    replayEverything();

    for (int carer = 0; carer < carers; carer++) {
      String id = service.conversations.byNumber(number(carer)).orElseThrow().id();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        expected.add("message " + i);
        expected.addAll(answers.get(carer).get(i).texts());
      }
      assertThat(service.conversations.view(id).orElseThrow().messages())
          .extracting(MessageView::text)
          .isEqualTo(expected);
    }
  }

  private List<Answer> write(String number, int messages, CountDownLatch underWay) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      answers.add(service.conversations.take(text("SM" + number + i, number, "message " + i)));
      underWay.countDown();
    }
    return answers;
  }

  private Answer take(int i) {
    return service.conversations.take(text("SM" + i, number(i), "hello"));
  }

  private static String number(int carer) {
    return "+4477009001%02d".formatted(carer);
  }

  private void restartService() {
    service.close();
    service = new TestService(redis, folder, clock);
  }

  private void replayEverything() {
    TestRedis.await(
        "the spool is empty",
        () -> {
          service.replayer.replay();
          return service.handoffs.count() >= 0 && service.spool.size() == 0;
        });
  }

  private static <T> T inTime(Supplier<T> answering) {
    long start = System.nanoTime();
    T answer = answering.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_ANSWER);
    return answer;
  }
}
