package org.carersignpost.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DeskTests {
  private static final Instant AT = Instant.parse("2026-03-02T10:15:00Z");
  private static final Conversation FRESH = Conversation.begin(Samples.CARER);
  private static final Conversation WAITING =
      FRESH.draft().ownership(new Ownership.Waiting(AT.minusSeconds(300))).done();
  private static final Conversation ANNS =
      FRESH
          .draft()
          .ownership(
              new Ownership.Staff("ann", AT.minusSeconds(60), Optional.of(AT.minusSeconds(300))))
          .done();

  private static StaffTurn take(Conversation before, String by, StaffAction.Kind kind) {
    return Desk.take(before, new StaffAction(by, AT, false, kind));
  }

  private static StaffTurn.Done done(Conversation before, String by, StaffAction.Kind kind) {
    StaffTurn turn = take(before, by, kind);
    assertThat(turn).isInstanceOf(StaffTurn.Done.class);
    return (StaffTurn.Done) turn;
  }

  @Test
  void aClaimKeepsTheTimeTheCarerHasWaited() {
    assertThat(done(WAITING, "ann", new StaffAction.Claim()).next().ownership())
        .isEqualTo(new Ownership.Staff("ann", AT, Optional.of(AT.minusSeconds(300))));
  }

  @Test
  void aClaimOfWhatOneHasChangesNothing() {
    assertThat(take(ANNS, "ann", new StaffAction.Claim())).isEqualTo(new StaffTurn.Unchanged());
  }

  @Test
  void whatAColleagueHasCannotBeClaimedButBySomebodyWhoMayOverrule() {
    assertThat(take(ANNS, "bob", new StaffAction.Claim()))
        .isEqualTo(new StaffTurn.Refused(StaffTurn.Why.TAKEN, Optional.of("ann")));
    StaffAction overruling = new StaffAction("sue", AT, true, new StaffAction.Claim());
    assertThat(((StaffTurn.Done) Desk.take(ANNS, overruling)).next().ownership())
        .isEqualTo(new Ownership.Staff("sue", AT, Optional.of(AT.minusSeconds(300))));
  }

  @Test
  void nobodyRepliesWithoutAClaim() {
    StaffAction.Kind reply = new StaffAction.Reply("Hello", Optional.empty());
    assertThat(take(WAITING, "ann", reply))
        .isEqualTo(new StaffTurn.Refused(StaffTurn.Why.NOT_CLAIMED, Optional.empty()));
    assertThat(take(ANNS, "bob", reply))
        .isEqualTo(new StaffTurn.Refused(StaffTurn.Why.TAKEN, Optional.of("ann")));
    assertThat(Desk.take(ANNS, new StaffAction("sue", AT, true, reply)))
        .isInstanceOf(StaffTurn.Refused.class);
  }

  @Test
  void aReplyIsTheAnswerThatWasOwedButALaterTextIsNot() {
    StaffTurn.Done now = done(ANNS, "ann", new StaffAction.Reply("Hello", Optional.empty()));
    assertThat(now.lines()).containsExactly(new StaffTurn.Said("Hello", Optional.empty()));
    assertThat(((Ownership.Staff) now.next().ownership()).owedSince()).isEmpty();

    Optional<Instant> tomorrow = Optional.of(AT.plusSeconds(86_400));
    StaffTurn.Done later = done(ANNS, "ann", new StaffAction.Reply("Hello", tomorrow));
    assertThat(later.next().ownership()).isEqualTo(ANNS.ownership());
  }

  @Test
  void aClaimLapsesOnlyWhileTheSameAnswerIsOwed() {
    Instant countedFrom = AT.minusSeconds(60);
    assertThat(done(ANNS, "service", new StaffAction.Lapse(countedFrom)).next().ownership())
        .isEqualTo(new Ownership.Waiting(AT.minusSeconds(300)));
    assertThat(take(ANNS, "service", new StaffAction.Lapse(countedFrom.minusSeconds(1))))
        .isEqualTo(new StaffTurn.Unchanged());
  }

  @Test
  void whatIsPassedOnKeepsItsPlaceInTheQueue() {
    StaffTurn.Done team = done(ANNS, "ann", new StaffAction.PassToTeam("money"));
    assertThat(team.next().ownership()).isEqualTo(new Ownership.Waiting(AT.minusSeconds(300)));
    assertThat(team.next().routing()).contains(new Conversation.Routing("money", true));

    StaffTurn.Done person =
        done(ANNS, "ann", new StaffAction.PassToPerson("bob", Optional.of("money")));
    assertThat(person.next().ownership())
        .isEqualTo(new Ownership.Staff("bob", AT, Optional.of(AT.minusSeconds(300))));
  }

  @Test
  void handingBackTellsTheCarer() {
    StaffTurn.Done back = done(ANNS, "ann", new StaffAction.HandBack("Goodbye"));
    assertThat(back.next().ownership()).isEqualTo(new Ownership.Bot());
    assertThat(back.lines())
        .containsExactly(
            new StaffTurn.Said("Goodbye", Optional.empty()), new StaffTurn.Happened("handed_back"));
  }

  @Test
  void closingSaysHowItEnded() {
    StaffTurn.Done closed =
        done(ANNS, "ann", new StaffAction.Close(Outcome.NO_ANSWER, List.of("dementia"), true));
    assertThat(closed.next().ownership()).isEqualTo(new Ownership.Closed(AT, true));
    assertThat(closed.next().topics()).containsExactly("dementia");
    assertThat(closed.lines()).containsExactly(new StaffTurn.Happened("closed:no_answer"));
  }

  @Test
  void aNoteIsNeverWordsForTheCarer() {
    StaffTurn.Done note = done(WAITING, "bob", new StaffAction.Note("rang the GP"));
    assertThat(note.next()).isEqualTo(WAITING);
    assertThat(note.lines()).containsExactly(new StaffTurn.Noted("rang the GP"));
  }

  /// One step of somebody.
  record Step(String by, StaffAction.Kind kind) {}

  @Provide
  Arbitrary<List<Step>> days() {
    Arbitrary<String> who = Arbitraries.of("ann", "bob", "cat");
    Arbitrary<StaffAction.Kind> what =
        Arbitraries.of(
            new StaffAction.Claim(),
            new StaffAction.Release(),
            new StaffAction.Reply("Hello", Optional.empty()),
            new StaffAction.Reply("Later", Optional.of(AT.plusSeconds(9_999))),
            new StaffAction.Note("note"),
            new StaffAction.PassToPerson("bob", Optional.empty()),
            new StaffAction.PassToTeam("money"),
            new StaffAction.HandBack("Goodbye"),
            new StaffAction.Close(Outcome.HELPED, List.of(), false));
    return who.flatMap(by -> what.map(kind -> new Step(by, kind))).list().ofMaxSize(40);
  }

  @Property(tries = 2_000, seed = "42")
  void whateverHappensOnlyTheOwnerSpeaksAndTheOwnerOnlyChangesByRule(
      @ForAll("days") List<Step> day) {
    Conversation now = WAITING;
    for (Step step : day) {
      Optional<String> owner = owner(now);
      StaffTurn turn = take(now, step.by(), step.kind());
      if (!(turn instanceof StaffTurn.Done done)) {
        continue;
      }
      boolean isNote = step.kind() instanceof StaffAction.Note;
      boolean isTheirs = owner.equals(Optional.of(step.by()));
      boolean speaks = done.lines().stream().anyMatch(StaffTurn.Said.class::isInstance);
      assertThat(speaks).as("only the owner speaks").isIn(false, isTheirs);
      if (owner.isPresent() && !isNote) {
        assertThat(isTheirs).as("nobody but the owner changes what is owned: %s", step).isTrue();
      }
      if (isNote) {
        assertThat(done.next()).isEqualTo(now);
        assertThat(done.lines()).allMatch(StaffTurn.Noted.class::isInstance);
      }
      now = done.next();
    }
  }

  private static Optional<String> owner(Conversation conversation) {
    return conversation.ownership() instanceof Ownership.Staff staff
        ? Optional.of(staff.name())
        : Optional.empty();
  }
}
