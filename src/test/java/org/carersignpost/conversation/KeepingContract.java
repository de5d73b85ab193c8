package org.carersignpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carersignpost.conversation.TestCarers.text;
import static org.carersignpost.conversation.TestService.CARER;
import static org.carersignpost.conversation.TestService.SECRET;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallBack;
import org.carersignpost.dialogue.Calling;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.privacy.Pseudonyms;
import org.carersignpost.privacy.Shard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How conversations are kept, found and erased, on one Redis and on a Cluster alike.
abstract class KeepingContract extends ConversationsFixture {
  private static final String OTHER = "+447700900456";

  /// What became of the first answer, and what staff are told of it.
  private String firstAnswer() {
    MessageView answer = service.view().messages().get(1);
    return answer.delivery().orElse("nothing") + answer.problem().map(" "::concat).orElse("");
  }

  private void report(String message, int part, String status, int error) {
    service.answers.reported(
        CARER, new MessageId(message), part, status, Optional.of(error).filter(code -> code > 0));
  }

  @Test
  void howFarAnAnswerHasComeIsToldInAnyOrderAndNeverFallsBack() {
    service.take("SM1", "hello");
    assertThat(firstAnswer()).isEqualTo("nothing");
    report("SM1", 0, "sent", 0);
    assertThat(firstAnswer()).isEqualTo("sent");
    report("SM1", 0, "undelivered", 30003);
    report("SM1", 0, "sent", 0);
    assertThat(firstAnswer()).startsWith("undelivered The phone could not be reached");
    report("SM1", 0, "delivered", 0);
    report("SM1", 0, "failed", 30008);
    assertThat(firstAnswer()).isEqualTo("delivered");
  }

  @Test
  void whatBelongsToNoAnswerIsNotKeptAndWhatIsKeptGoesWithItsMessage() {
    service.take("SM1", "hello");
    service.answers.reported(OTHER, new MessageId("SM1"), 0, "delivered", Optional.empty());
    report("SM2", 0, "delivered", 0);
    report("SM1", 0, "who knows", 0);
    report("SM1", 10, "sent", 0);
    assertThat(service.redis.keys("*arrivals:*")).isEmpty();

    report("SM1", 0, "delivered", 0);
    assertThat(service.redis.keys("*arrivals:*")).hasSize(1);
    clock.advance(Duration.ofDays(8));
    service.stored.sweep(clock.instant());
    assertThat(service.redis.keys("*arrivals:*")).isEmpty();
    assertThat(firstAnswer()).isEqualTo("nothing");
  }

  @Test
  void anOptOutIsRememberedEvenWhenTheConversationIsErased() {
    service.take("SM1", "stop");
    clock.advance(Duration.ofDays(91));
    service.stored.sweep(clock.instant());
    assertThat(service.conversations.byNumber(CARER)).isEmpty();

    service.take("SM2", "i need a break");
    assertThat(service.dialogue.before).last().matches(Conversation::optedOut);

    service.take("SM3", "go on");
    service.take("SM4", "i need a break");
    assertThat(service.dialogue.before).last().matches(before -> !before.optedOut());
  }

  @Test
  void anAnswerIsRepeatedForAnHourAndItsIdKnownForAWeek() {
    service.take("SM1", "i need a break");
    clock.advance(Duration.ofHours(1));
    assertThat(service.take("SM1", "i need a break")).isEqualTo(new Answer(List.of(), true, true));

    service.stored.sweep(clock.instant());
    assertThat(service.take("SM1", "i need a break")).isEqualTo(new Answer(List.of(), true, true));

    clock.advance(Duration.ofDays(7));
    service.stored.sweep(clock.instant());
    assertThat(service.take("SM1", "i need a break").texts())
        .containsExactly("Heard i need a break, number 2");
  }

  @Test
  void everythingOfAConversationIsErasedWhenItsTimeIsUp() {
    service.take("SM1", "danger, i want a person");
    clock.advance(Duration.ofDays(89));
    service.take("SM2", "still here");
    report("SM2", 0, "delivered", 0);
    clock.advance(Duration.ofDays(89));
    service.stored.sweep(clock.instant());
    assertThat(service.view().messages()).hasSize(4);

    clock.advance(Duration.ofDays(1));
    assertThat(service.stored.sweep(clock.instant())).isPositive();
    // What is left are figures, which belong to a day and to nobody.
    assertThat(service.redis.keys("*"))
        .allMatch(key -> key.contains("figures:") || key.endsWith(":expiry"));
    clock.advance(Duration.ofDays(400));
    assertThat(service.stored.sweep(clock.instant())).isPositive();
    assertThat(redis.everything()).isEmpty();
  }

  @Test
  void whatIsOverdueIsNotRememberedEvenBeforeItIsSwept() {
    service.take("SM1", "i need a break");
    clock.advance(Duration.ofDays(90));

    assertThat(service.take("SM2", "hello").texts()).containsExactly("Heard hello, number 1");
    assertThat(service.view().messages()).hasSize(2);
  }

  @Test
  void nothingACarerSaidCanBeReadInTheStore() {
    service.take("SM1", "danger, mum in Alton has dementia, i want a person, stop");

    assertThat(redis.everything())
        .contains("SM1", "waiting", "urgent")
        .doesNotContain("Alton", "dementia", "Heard", "7700900123", "breaks", "suicide", "respite");
  }

  @Test
  void aConversationIsReadBackEqual() {
    Conversation full =
        new Conversation(
            new ConversationId(new Pseudonyms(SECRET).of(CARER)),
            new Ownership.Staff(
                "sam",
                Instant.parse("2026-03-02T09:00:00.123Z"),
                Optional.of(Instant.parse("2026-03-02T08:50:00Z"))),
            Optional.of(new Conversation.Routing("carers", true)),
            Priority.CRISIS,
            new Slots(
                Optional.of(new Place("Alton", List.of("east-hampshire"), Place.Kind.TOWN, "")),
                Optional.of("mother"),
                Optional.of(false),
                List.of("dementia", "stroke")),
            List.of("breaks-respite", "dementia"),
            Optional.of(
                new Conversation.Offer(
                    "i need a \"break\" \uD83D\uDE00",
                    List.of(new TopicScore("breaks-respite", 0.1 + 0.2)),
                    List.of("a", "b"),
                    List.of("a", "b", "c"))),
            Optional.of(Conversation.Question.PLACE),
            Optional.of("Hook"),
            1,
            true,
            false,
            List.of("one", "two"),
            Optional.of(Instant.parse("2026-03-02T10:15:00.5Z")),
            calling(),
            Optional.of("pl"));
    service.dialogue.next = Optional.of(full);
    service.take("SM1", "i need a break");
    service.take("SM2", "and more");

    assertThat(service.dialogue.before).last().isEqualTo(full);
    ConversationSummary summary = service.conversations.byNumber(CARER).orElseThrow();
    assertThat(summary.owner()).contains("sam");
    assertThat(summary.place()).contains("Alton");
    assertThat(summary.priority()).isEqualTo("crisis");
  }

  private static Calling calling() {
    Interpretation half =
        new Interpretation(
            List.of(),
            new Intent.Find("breaks-respite"),
            0.5,
            List.of(new TopicScore("breaks-respite", 0.5)),
            Slots.NONE,
            OptionalInt.empty(),
            true);
    Call call =
        new Call(
            "CA1",
            Call.Asked.CONFIRM,
            List.of("SO23", "PO23"),
            List.of("What was said."),
            Optional.of(new Call.Pending("a break in alton", half)),
            1,
            Call.Pace.SLOW,
            true);
    return new Calling(
        Optional.of(call),
        Optional.of(false),
        Optional.of(new CallBack(Instant.parse("2026-03-02T10:10:00Z"), "after six")));
  }

  @Test
  void conversationsAreListedNewestFirst() {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      String number = "+4477009%05d".formatted(i);
      clock.advance(Duration.ofSeconds(1));
      service.conversations.take(text("SM" + i, number, "hello"));
      newestFirst.addFirst(service.conversations.byNumber(number).orElseThrow().id());
    }

    List<String> listed = new ArrayList<>();
    for (int page = 0; page < 5; page++) {
      Page<ConversationSummary> found = service.conversations.page(Optional.of("bot"), page, 15);
      assertThat(found.total()).isEqualTo(70);
      found.items().forEach(item -> listed.add(item.id()));
    }
    assertThat(listed).isEqualTo(newestFirst);
    assertThat(service.conversations.page(Optional.empty(), 0, 15).items())
        .extracting(ConversationSummary::id)
        .isEqualTo(newestFirst.subList(0, 15));
    assertThat(service.conversations.page(Optional.of("nonsense"), 0, 15).total()).isZero();
  }

  @Test
  void conversationsAreListedNewestFirstEvenWhenOneShardHasThemAll() {
    Pseudonyms names = new Pseudonyms(SECRET);
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; newestFirst.size() < 40; i++) {
      String id = names.of("withheld SM" + i);
      if (Shard.of(id).equals(Shard.all().getFirst())) {
        clock.advance(Duration.ofSeconds(1));
        service.conversations.take(withheld("SM" + i));
        newestFirst.addFirst(id);
      }
    }

    assertThat(service.conversations.page(Optional.empty(), 0, 30).items())
        .extracting(ConversationSummary::id)
        .isEqualTo(newestFirst.subList(0, 30));
    assertThat(service.conversations.page(Optional.empty(), 1, 30).items())
        .extracting(ConversationSummary::id)
        .isEqualTo(newestFirst.subList(30, 40));
  }

  @Test
  void aConversationThatCannotBeReadIsBegunAnewAndGoesOnWaiting() {
    service.take("SM1", "danger, a person please");
    String id = service.view().id();
    String key = Shard.of(id).key("conversation:" + id);
    service.redis.opsForHash().put(key, "body", "something else");

    assertThat(service.take("SM2", "hello").texts()).containsExactly("Heard hello, number 1");
    ConversationView view = service.view();
    assertThat(view.state()).isEqualTo("waiting");
    assertThat(view.messages()).hasSize(4);
    assertThat(service.handoffs.waiting(10)).hasSize(1);
  }

  @Test
  void aCarerIsFoundAndKnownAfterThePseudonymKeyChanged(@TempDir Path folder) {
    service.take("SM1", "i need a break");
    String id = service.view().id();
    try (TestService rotated = new TestService(redis, folder, clock, "a newer one," + SECRET)) {
      rotated.awaitRedis();
      assertThat(rotated.take("SM1", "i need a break").repeated()).isTrue();
      assertThat(rotated.take("SM2", "again").texts()).containsExactly("Heard again, number 2");
      assertThat(rotated.view().id()).isEqualTo(id);
    }
    service.conversations.take(text("SM3", OTHER, "somebody else"));
    assertThat(service.conversations.byNumber(OTHER).orElseThrow().id()).isNotEqualTo(id);
  }
}
