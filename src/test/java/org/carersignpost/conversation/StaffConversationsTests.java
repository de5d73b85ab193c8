package org.carersignpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carersignpost.conversation.StaffConversations.Result;
import org.carersignpost.conversation.StaffConversations.Wish;
import org.carersignpost.dialogue.Outcome;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.dialogue.StaffTurn;
import org.carersignpost.outbox.OutboxScript;
import org.carersignpost.privacy.Shard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffConversationsTests extends ConversationsFixture {
  private String carer = "";

  @Override
  TestRedis started(Path folder) {
    return TestRedis.alone(folder);
  }

  @BeforeEach
  void aCarerAsksForAPerson() {
    service.take("SM1", "i want a person");
    carer = service.view().id();
  }

  private Result act(String by, StaffAction.Kind kind) {
    return service.staff.act(Wish.once(carer, by, kind));
  }

  private Result reply(String by, String text) {
    return act(by, new StaffAction.Reply(text, Optional.empty()));
  }

  private static Map<Object, Object> entry(TestService service, String conversation, String id) {
    return service
        .redis
        .opsForHash()
        .entries(OutboxScript.prefix(Shard.of(conversation)) + "entry:" + id);
  }

  @Test
  void whoeverClaimsTakesTheCarerOutOfTheQueue() {
    assertThat(service.conversations.queue(team -> true)).hasSize(1);
    assertThat(act("ann", new StaffAction.Claim())).isInstanceOf(Result.Done.class);

    assertThat(service.conversations.queue(team -> true)).isEmpty();
    assertThat(service.view().state()).isEqualTo("staff");
    assertThat(service.view().owner()).contains("ann");
    assertThat(service.view().owedSince()).isPresent();
    assertThat(service.view().events()).extracting("what").containsExactly("claimed");
  }

  @Test
  void ofManyWhoClaimAtOnceOneHasIt() throws Exception {
    List<Callable<Result>> claims = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String name = "staff" + i;
      claims.add(() -> act(name, new StaffAction.Claim()));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Result> results = new ArrayList<>();
      for (Future<Result> each : threads.invokeAll(claims)) {
        results.add(each.get());
      }
      assertThat(results.stream().filter(Result.Done.class::isInstance)).hasSize(1);
      String owner = service.view().owner().orElseThrow();
      assertThat(results.stream().filter(Result.Refused.class::isInstance))
          .hasSize(15)
          .containsOnly(new Result.Refused(StaffTurn.Why.TAKEN, Optional.of(owner)));
    }
  }

  @Test
  void aReplyIsSavedTogetherWithTheTextThatMustBeSent() {
    act("ann", new StaffAction.Claim());
    Result sent = reply("ann", "Hello, I\u2019m Ann");

    String id = ((Result.Done) sent).sent().orElseThrow().value();
    assertThat(entry(service, carer, id))
        .containsEntry("state", "queued")
        .containsEntry("purpose", "REPLY")
        .containsEntry("conversation", carer);
    MessageView last = service.view().messages().getLast();
    assertThat(last.from()).isEqualTo("staff");
    assertThat(last.text()).isEqualTo("Hello, I'm Ann");
    assertThat(last.by()).contains("ann");
    assertThat(last.outgoing()).contains(id);
    assertThat(service.view().owedSince()).isEmpty();
    assertThat(redis.everything()).doesNotContain("I'm Ann", "7700900123");
  }

  @Test
  void theSameRequestIsCarriedOutOnce() {
    act("ann", new StaffAction.Claim());
    StaffAction.Reply reply = new StaffAction.Reply("Hello", Optional.empty());
    Wish wish = new Wish(carer, "request-0001", "ann", false, Optional.empty(), reply);
    service.staff.act(wish);
    assertThat(service.staff.act(wish)).isEqualTo(new Result.Done(Optional.empty()));
    assertThat(service.view().messages().stream().filter(m -> m.from().equals("staff"))).hasSize(1);
  }

  @Test
  void whoHasNotSeenTheCarersLastWordsDoesNotAnswerPastThem() {
    act("ann", new StaffAction.Claim());
    long seen = service.view().lastLine();
    service.take("SM2", "and another thing");
    StaffAction.Reply reply = new StaffAction.Reply("Hello", Optional.empty());
    Wish blind = new Wish(carer, "request-0001", "ann", false, Optional.of(seen), reply);
    assertThat(service.staff.act(blind))
        .isEqualTo(new Result.Refused(StaffTurn.Why.UNSEEN, Optional.empty()));

    long now = service.view().lastLine();
    Wish seeing = new Wish(carer, "request-0002", "ann", false, Optional.of(now), reply);
    assertThat(service.staff.act(seeing)).isInstanceOf(Result.Done.class);
  }

  @Test
  void aWithheldNumberCannotBeAnswered() {
    service.conversations.take(withheld("SM9"));
    String id =
        service.conversations.page(Optional.empty(), 0, 10).items().stream()
            .map(ConversationSummary::id)
            .filter(each -> !each.equals(carer))
            .findFirst()
            .orElseThrow();
    service.staff.act(Wish.once(id, "ann", new StaffAction.Claim()));
    assertThat(
            service.staff.act(
                Wish.once(id, "ann", new StaffAction.Reply("Hello", Optional.empty()))))
        .isEqualTo(new Result.Refused(StaffTurn.Why.NO_NUMBER, Optional.empty()));
    assertThat(service.conversations.view(id).orElseThrow().phone()).isEqualTo("withheld");
  }

  @Test
  void aNoteIsKeptAndNeverSent() {
    act("bob", new StaffAction.Note("rang the GP"));
    assertThat(service.view().notes()).extracting("text").containsExactly("rang the GP");
    assertThat(service.view().messages()).extracting("text").doesNotContain("rang the GP");
    assertThat(service.redis.keys("*outbox*")).isEmpty();
    assertThat(redis.everything()).doesNotContain("rang the GP");
  }

  @Test
  void aClaimThatIsNotAnsweredInTenMinutesGoesBackToTheQueue() {
    act("ann", new StaffAction.Claim());
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(service.staff.lapse()).isZero();
    clock.advance(Duration.ofSeconds(1));
    assertThat(service.staff.lapse()).isEqualTo(1);

    assertThat(service.view().state()).isEqualTo("waiting");
    assertThat(service.view().events()).extracting("what").containsExactly("claimed", "lapsed");
    assertThat(service.conversations.queue(team -> true).getFirst().reason()).isEqualTo("lapsed");
  }

  @Test
  void whoeverIsWritingIsGivenTime() {
    act("ann", new StaffAction.Claim());
    clock.advance(Duration.ofMinutes(9));
    service.staff.keepDraft(carer, "ann", "Dear");
    clock.advance(Duration.ofMinutes(1));
    assertThat(service.staff.lapse()).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(service.staff.lapse()).isEqualTo(1);
    assertThat(service.staff.draft(carer, "ann")).contains("Dear");
  }

  @Test
  void anAnsweredClaimStaysUntilTheCarerHasWaitedTenMinutesAgain() {
    act("ann", new StaffAction.Claim());
    reply("ann", "Hello");
    clock.advance(Duration.ofHours(2));
    assertThat(service.staff.lapse()).isZero();
  }

  @Test
  void whoeverLeavesPutsEverythingBack() {
    act("ann", new StaffAction.Claim());
    assertThat(service.staff.releaseAll("bob")).isZero();
    assertThat(service.staff.releaseAll("ann")).isEqualTo(1);
    assertThat(service.view().state()).isEqualTo("waiting");
  }

  @Test
  void aDraftGoesAlongToWhomItIsPassedAndToWhoeverOfATeamTakesIt() {
    act("ann", new StaffAction.Claim());
    service.staff.keepDraft(carer, "ann", "half a sentence");
    act("ann", new StaffAction.PassToPerson("bob", Optional.empty()));
    assertThat(service.staff.draft(carer, "ann")).isEmpty();
    assertThat(service.staff.draft(carer, "bob")).contains("half a sentence");

    act("bob", new StaffAction.PassToTeam("carers"));
    assertThat(service.staff.draft(carer, "bob")).isEmpty();
    act("cas", new StaffAction.Claim());
    assertThat(service.staff.draft(carer, "cas")).contains("half a sentence");

    // What somebody has begun by themselves is not lost for it.
    service.staff.keepDraft(carer, "dee", "my own");
    act("cas", new StaffAction.PassToPerson("dee", Optional.empty()));
    assertThat(service.staff.draft(carer, "dee")).contains("my own\n\nhalf a sentence");
    act("dee", new StaffAction.Release());
    assertThat(service.staff.draft(carer, "dee")).contains("my own\n\nhalf a sentence");

    // Passed on once more while it waits.
    act("dee", new StaffAction.Claim());
    act("dee", new StaffAction.PassToTeam("carers"));
    act("ann", new StaffAction.PassToPerson("bob", Optional.empty()));
    assertThat(service.staff.draft(carer, "bob")).contains("my own\n\nhalf a sentence");
  }

  @Test
  void aDraftIsSealedAndGoesWhenItIsSent() {
    service.staff.keepDraft(carer, "ann", "half a sentence");
    assertThat(service.staff.draft(carer, "ann")).contains("half a sentence");
    assertThat(service.staff.draft(carer, "bob")).isEmpty();
    assertThat(redis.everything()).doesNotContain("half a sentence");

    act("ann", new StaffAction.Claim());
    assertThat(service.staff.draft(carer, "ann")).isPresent();
    reply("ann", "a whole sentence");
    assertThat(service.staff.draft(carer, "ann")).isEmpty();
  }

  @Test
  void whatIsClosedLeavesTheQueueAndTheOwner() {
    act("ann", new StaffAction.Claim());
    act("ann", new StaffAction.Close(Outcome.HELPED, List.of(), true));
    assertThat(service.view().state()).isEqualTo("closed");
    assertThat(service.view().replyOwed()).isTrue();
    assertThat(service.conversations.queue(team -> true)).isEmpty();
    assertThat(service.staff.releaseAll("ann")).isZero();
  }

  @Test
  void aCrisisIsToldToTheDutyPhoneOnceUntilSomebodyTakesIt() {
    service.take("SM2", "danger, a crisis");
    service.take("SM3", "danger again");
    assertThat(service.redis.keys("*outbox:entry:*")).hasSize(1);
    String key = service.redis.keys("*outbox:entry:*").iterator().next();
    Map<Object, Object> alarm = service.redis.opsForHash().entries(key);
    String id = key.substring(key.lastIndexOf(':') + 1);
    assertThat(alarm).containsEntry("purpose", "ALERT").containsEntry("condition", "alarm=" + id);
    assertThat(conversationField("alarm")).isEqualTo(id);

    act("ann", new StaffAction.Claim());
    assertThat(conversationField("alarm")).isNull();

    act("ann", new StaffAction.Release());
    assertThat(service.redis.keys("*outbox:entry:*")).hasSize(2);
  }

  @Test
  void whatIsErasedTakesItsTextsDraftsAndClaimsWithIt() {
    act("ann", new StaffAction.Claim());
    reply("ann", "Hello");
    service.staff.keepDraft(carer, "ann", "more");
    clock.advance(Duration.ofDays(91));
    service.stored.sweep(clock.instant());
    assertThat(service.redis.keys("*")).noneMatch(key -> key.contains(carer));
    assertThat(service.redis.keys("*outbox*")).isEmpty();
    assertThat(service.redis.keys("*claims*")).isEmpty();
  }

  private Object conversationField(String name) {
    return service.redis.opsForHash().get(Shard.of(carer).key("conversation:" + carer), name);
  }
}
