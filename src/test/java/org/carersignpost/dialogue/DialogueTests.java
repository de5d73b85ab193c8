package org.carersignpost.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DialogueTests {
  private final Dialogue dialogue = new Dialogue(Samples.prompts());
  private final Conversation fresh = Conversation.begin(Samples.CARER);

  private Turn take(Conversation before, InboundMessage message, Interpretation meaning) {
    return dialogue.take(before, message, meaning, Samples.IN_HOURS, Samples.directory(false));
  }

  private Turn take(Conversation before, Interpretation meaning) {
    return take(before, Samples.message("words"), meaning);
  }

  private static InboundMessage from(
      InboundMessage.Sender sender, Optional<InboundMessage.OptOut> optOut) {
    InboundMessage message = Samples.message("words");
    return new InboundMessage(
        message.id(), Channel.SMS, sender, message.at(), message.utterance(), 0, optOut);
  }

  @Test
  void theSameArgumentsGiveTheSameTurn() {
    Interpretation meaning = Samples.meaning(new Intent.Find("dementia"));
    assertThat(take(fresh, meaning)).isEqualTo(take(fresh, meaning));
  }

  @Test
  void aNeedIsAnsweredWithTwoServicesAndAWayOn() {
    Turn turn = take(fresh, Samples.meaning(new Intent.Find("dementia")));
    assertThat(turn.texts().getFirst())
        .contains("1. Service a", "0800 111 0001", "2. Service b", "0800 111 0002")
        .endsWith("answer.close");
    assertThat(turn.next().offer().orElseThrow().shown()).containsExactly("a", "b");
  }

  @Test
  void theNoticeComesOnceAndAsItsOwnText() {
    Turn first = take(fresh, Samples.meaning(Intent.Talk.GREET));
    Turn second = take(first.next(), Samples.meaning(Intent.Talk.THANK));
    assertThat(first.texts()).containsExactly("greet.hello", "notice.first");
    assertThat(second.texts()).containsExactly("thank.reply");
  }

  @Test
  void aChildWhoAsksForSomebodyGetsAPersonWhateverElseTheySay() {
    Intent need = new Intent.Find("young-carers");
    InboundMessage asks =
        Samples.message("im 15 and look after my mum in fareham, can i speak to someone");
    assertThat(take(fresh, asks, slots(need, 0.3, true)).effects())
        .containsExactly(new Effect.Handoff(Priority.NORMAL, "asked"));
    assertThat(take(fresh, asks, slots(need, 0.3, false)).effects()).isEmpty();
    InboundMessage tells = Samples.message("im 15, my mum cant talk to anyone");
    assertThat(take(fresh, tells, slots(need, 0.3, true)).effects()).isEmpty();
  }

  private static Interpretation slots(Intent intent, double confidence, boolean isChild) {
    Slots slots =
        isChild
            ? new Slots(Optional.empty(), Optional.empty(), Optional.of(true), List.of())
            : Slots.NONE;
    return new Interpretation(
        List.of(), intent, confidence, List.of(), slots, OptionalInt.empty(), false);
  }

  @Test
  void moreShowsWhatWasNotShownAndThenOffersAPerson() {
    Turn first = take(fresh, Samples.meaning(new Intent.Find("dementia")));
    Turn more = take(first.next(), Samples.meaning(Intent.Talk.ASK_FOR_MORE));
    Turn none = take(more.next(), Samples.meaning(Intent.Talk.ASK_FOR_MORE));
    Turn accepted = take(none.next(), Samples.meaning(Intent.Talk.AFFIRM));
    assertThat(more.texts().getFirst()).contains("Service c").doesNotContain("Service a");
    assertThat(none.texts()).containsExactly("more.none");
    assertThat(accepted.effects()).containsExactly(new Effect.Handoff(Priority.NORMAL, "asked"));
  }

  @Test
  void aChoiceByNumberGivesTheDetails() {
    Turn first = take(fresh, Samples.meaning(new Intent.Find("dementia")));
    Interpretation two =
        new Interpretation(
            List.of(), Intent.Talk.CHOOSE, 1, List.of(), Slots.NONE, OptionalInt.of(2), false);
    assertThat(take(first.next(), two).texts().getFirst())
        .contains("Service b", "Anyone.", "details.checked");
    assertThat(take(fresh, two).texts().getFirst()).isEqualTo("details.none");
  }

  @Test
  void whetherItIsRightIsAnsweredForEachServiceThatWasShown() {
    Turn first = take(fresh, Samples.meaning(new Intent.Find("dementia")));
    Turn asked = take(first.next(), Samples.meaning(Intent.Talk.ASK_IF_CHECKED));
    assertThat(asked.texts()).containsExactly("checked.date checked.date checked.close");
    assertThat(asked.next().offer()).isEqualTo(first.next().offer());
  }

  @Test
  void whetherItIsRightCannotBeSaidBeforeAnythingWasShown() {
    Turn asked = take(fresh, Samples.meaning(Intent.Talk.ASK_IF_CHECKED));
    assertThat(asked.texts()).startsWith("checked.nothing");
  }

  @Test
  void againSaysTheLastWordsOnceMore() {
    Turn first = take(fresh, Samples.meaning(new Intent.Find("dementia")));
    Turn again = take(first.next(), Samples.meaning(Intent.Talk.ASK_TO_REPEAT));
    assertThat(again.texts()).containsExactly(first.texts().getFirst());
  }

  @Test
  void thePlaceIsAskedForOnceAndSearchedWithWhenItComes() {
    ServiceDirectory directory = Samples.directory(true);
    Turn asked =
        dialogue.take(
            fresh,
            Samples.message("dementia"),
            Samples.meaning(new Intent.Find("dementia")),
            Samples.IN_HOURS,
            directory);
    assertThat(asked.texts().getFirst()).endsWith("answer.ask_place");
    assertThat(asked.next().question()).contains(Conversation.Question.PLACE);

    Place alton = new Place("Alton", List.of("East Hampshire"), Place.Kind.TOWN, "");
    Interpretation given =
        new Interpretation(
            List.of(),
            Intent.Talk.GIVE_PLACE,
            1,
            List.of(),
            new Slots(Optional.of(alton), Optional.empty(), Optional.empty(), List.of()),
            OptionalInt.empty(),
            false);
    Turn placed =
        dialogue.take(asked.next(), Samples.message("alton"), given, Samples.IN_HOURS, directory);
    assertThat(placed.texts().getFirst()).contains("Service a").endsWith("answer.close");
    assertThat(placed.next().question()).isEmpty();
    assertThat(placed.next().slots().place()).contains(alton);
  }

  @Test
  void dangerIsAnsweredFirstAndAlertsAPerson() {
    Turn turn = take(fresh, Samples.danger(Intent.Talk.THANK));
    assertThat(turn.texts())
        .containsExactly("risk.suicide Service council 0300 555 0000 risk.next_open");
    assertThat(turn.effects()).containsExactly(new Effect.Handoff(Priority.CRISIS, "risk.suicide"));
    assertThat(turn.next().ownership()).isInstanceOf(Ownership.Waiting.class);
    assertThat(turn.next().priority()).isEqualTo(Priority.CRISIS);
  }

  @Test
  void dangerIsHeardAlsoWhileStaffOwnTheConversation() {
    Conversation owned =
        fresh.draft().ownership(new Ownership.Staff("ann", Samples.AT, Optional.empty())).done();
    Turn calm = take(owned, Samples.meaning(new Intent.Find("dementia")));
    Turn danger = take(owned, Samples.danger(Intent.Talk.UNCLEAR));
    assertThat(calm.texts()).isEmpty();
    assertThat(danger.texts()).hasSize(1);
    assertThat(List.of(calm.next().ownership(), danger.next().ownership()))
        .containsOnly(new Ownership.Staff("ann", Samples.AT, Optional.of(Samples.AT)));
    assertThat(danger.next().priority()).isEqualTo(Priority.CRISIS);
  }

  @Test
  void whoeverOnlyThanksAStaffMemberIsOwedNothing() {
    Conversation owned =
        fresh.draft().ownership(new Ownership.Staff("ann", Samples.AT, Optional.empty())).done();
    assertThat(take(owned, slots(Intent.Talk.THANK, 1, false)).next().ownership())
        .isEqualTo(owned.ownership());
    // Such as "thank you, he is up all night".
    assertThat(take(owned, slots(Intent.Talk.THANK, 0.7, false)).next().ownership())
        .isNotEqualTo(owned.ownership());
    assertThat(take(owned, Samples.possibleDanger(Intent.Talk.THANK)).next().ownership())
        .isNotEqualTo(owned.ownership());
  }

  @Test
  void whoWaitsBelongsToTheTeamThatFitsUnlessStaffChoseAnother() {
    Conversation waiting = take(fresh, Samples.meaning(Intent.Talk.ASK_FOR_PERSON)).next();
    assertThat(waiting.routing()).contains(new Conversation.Routing("carers", false));

    Conversation chosen = waiting.draft().routing(new Conversation.Routing("money", true)).done();
    assertThat(take(chosen, Samples.meaning(Intent.Talk.GREET)).next().routing())
        .isEqualTo(chosen.routing());
  }

  @Test
  void whatStaffClosedOwingAnAnswerGoesBackToTheirQueue() {
    Conversation closed =
        fresh
            .draft()
            .ownership(new Ownership.Closed(Samples.AT, true))
            .routing(new Conversation.Routing("money", true))
            .done();
    Turn turn = take(closed, Samples.meaning(Intent.Talk.GREET));
    assertThat(turn.next().ownership()).isEqualTo(new Ownership.Waiting(Samples.AT));
    assertThat(turn.next().routing()).contains(new Conversation.Routing("money", true));
    assertThat(turn.effects()).containsExactly(new Effect.Handoff(Priority.NORMAL, "returned"));
    assertThat(turn.texts()).isNotEmpty();
  }

  @Test
  void possibleDangerIsAnsweredAsAskedWithASentenceMoreAndAlertsAPerson() {
    Intent asked = new Intent.Find("dementia");
    Turn plain = take(fresh, Samples.meaning(asked));
    Turn turn = take(fresh, Samples.possibleDanger(asked));

    assertThat(turn.texts())
        .containsExactly(plain.texts().getFirst(), "risk.possible", "notice.first");
    assertThat(turn.effects())
        .containsExactly(new Effect.Handoff(Priority.URGENT, "possible.suicide"));
    assertThat(turn.next().ownership()).isInstanceOf(Ownership.Waiting.class);
    assertThat(turn.next().priority()).isEqualTo(Priority.URGENT);
    assertThat(turn.next().offer()).isEqualTo(plain.next().offer());
  }

  @Test
  void possibleDangerIsNotSaidTwiceInARowAndAlertsAgain() {
    Turn first = take(fresh, Samples.possibleDanger(Intent.Talk.THANK));
    Turn second = take(first.next(), Samples.possibleDanger(Intent.Talk.THANK));

    assertThat(first.texts()).containsExactly("thank.reply", "risk.possible", "notice.first");
    assertThat(second.texts()).containsExactly("thank.reply");
    assertThat(second.effects()).hasSize(1);
  }

  @Test
  void possibleDangerIsOnlyHandedOnWhereNothingIsSaidOrALandlineWouldReadItAloud() {
    Conversation owned =
        fresh.draft().ownership(new Ownership.Staff("ann", Samples.AT, Optional.empty())).done();
    Turn staff = take(owned, Samples.possibleDanger(Intent.Talk.THANK));
    Turn landline =
        take(
            fresh,
            from(InboundMessage.Sender.LANDLINE, Optional.empty()),
            Samples.possibleDanger(Intent.Talk.THANK));

    assertThat(staff.texts()).isEmpty();
    assertThat(staff.next().ownership())
        .isEqualTo(new Ownership.Staff("ann", Samples.AT, Optional.of(Samples.AT)));
    assertThat(staff.next().priority()).isEqualTo(Priority.URGENT);
    assertThat(landline.texts()).containsExactly("thank.reply");
    assertThat(List.of(staff.effects(), landline.effects())).allMatch(each -> each.size() == 1);
  }

  @Test
  void anOptOutThatTheNetworkAnsweredIsRecordedAndNotAnsweredAgain() {
    InboundMessage stop =
        from(InboundMessage.Sender.MOBILE, Optional.of(InboundMessage.OptOut.STOP));
    Turn turn = take(fresh, stop, Samples.meaning(Intent.Talk.STOP_MESSAGES));
    assertThat(turn.texts()).isEmpty();
    assertThat(turn.effects()).containsExactly(new Effect.OptOut());
    assertThat(turn.next().optedOut()).isTrue();
  }

  @Test
  void anOptOutInDangerDoesBoth() {
    InboundMessage stop =
        from(InboundMessage.Sender.MOBILE, Optional.of(InboundMessage.OptOut.STOP));
    Turn turn = take(fresh, stop, Samples.danger(Intent.Talk.STOP_MESSAGES));
    assertThat(turn.effects())
        .containsExactly(new Effect.Handoff(Priority.CRISIS, "risk.suicide"), new Effect.OptOut());
  }

  @Test
  void whoOptedOutIsStillAnsweredWhenTheyAskForHelp() {
    Turn stopped = take(fresh, Samples.meaning(Intent.Talk.STOP_MESSAGES));
    Turn asked = take(stopped.next(), Samples.meaning(new Intent.Find("dementia")));
    assertThat(asked.texts().getFirst()).contains("Service a");
    assertThat(asked.next().optedOut()).isTrue();
  }

  @Test
  void anotherCallForAPersonKeepsThePlaceInTheQueue() {
    Turn first = take(fresh, Samples.meaning(Intent.Talk.ASK_FOR_PERSON));
    Turn second = take(first.next(), Samples.meaning(Intent.Talk.ASK_FOR_PERSON));
    Turn helped = take(second.next(), Samples.meaning(new Intent.Find("dementia")));
    assertThat(first.texts().getFirst()).isEqualTo("person.open");
    assertThat(second.texts().getFirst()).isEqualTo("person.already");
    assertThat(second.next().ownership()).isEqualTo(first.next().ownership());
    assertThat(helped.texts().getFirst()).contains("Service a");
  }

  @Test
  void outOfHoursTheCarerIsToldWhenSomebodyIsThere() {
    Prompts prompts = Samples.prompts();
    Turn turn =
        new Dialogue(prompts)
            .take(
                fresh,
                Samples.message("person"),
                Samples.meaning(Intent.Talk.ASK_FOR_PERSON),
                Samples.AT_NIGHT,
                Samples.directory(false));
    assertThat(turn.texts().getFirst()).isEqualTo("person.closed");
  }

  @Test
  void theSecondMisunderstandingOffersAPerson() {
    Turn first = take(fresh, Samples.meaning(Intent.Talk.UNCLEAR));
    Turn second = take(first.next(), Samples.meaning(Intent.Talk.OUT_OF_SCOPE));
    Turn third = take(second.next(), Samples.meaning(Intent.Talk.UNCLEAR));
    assertThat(first.texts().getFirst()).isEqualTo("unclear.first");
    assertThat(second.texts().getFirst()).isEqualTo("unclear.second");
    assertThat(third.texts().getFirst()).isEqualTo("unclear.second");
  }

  @Test
  void aClosedConversationStartsWithTheDialogueAgain() {
    Conversation closed = fresh.draft().ownership(new Ownership.Closed(Samples.AT, false)).done();
    Turn turn = take(closed, Samples.meaning(Intent.Talk.GREET));
    assertThat(turn.next().ownership()).isInstanceOf(Ownership.Bot.class);
  }

  @Test
  void aLandlineHearsNothingPrivate() {
    InboundMessage landline = from(InboundMessage.Sender.LANDLINE, Optional.empty());
    Turn danger = take(fresh, landline, Samples.danger(Intent.Talk.UNCLEAR));
    Turn abuse = take(fresh, landline, Samples.meaning(new Intent.Find("domestic-abuse")));
    Turn dementia = take(fresh, landline, Samples.meaning(new Intent.Find("dementia")));
    assertThat(danger.texts()).containsExactly("risk.landline");
    assertThat(danger.effects()).hasSize(1);
    assertThat(abuse.texts()).containsExactly("landline.private");
    assertThat(dementia.texts().getFirst()).contains("Service a");
  }

  @Test
  void aWithheldNumberIsNotAnsweredButItsDangerIsPassedOn() {
    InboundMessage withheld = from(InboundMessage.Sender.WITHHELD, Optional.empty());
    Turn turn = take(fresh, withheld, Samples.danger(Intent.Talk.UNCLEAR));
    assertThat(turn.texts()).isEmpty();
    assertThat(turn.effects()).hasSize(1);
  }

  @Test
  void withoutMemoryNothingIsPromised() {
    Circumstances forgetful =
        new Circumstances(
            Samples.MONDAY_MORNING, "carers", Samples.IN_HOURS.team(), false, Phones.NONE, "v");
    Turn turn =
        dialogue.take(
            fresh,
            Samples.message("person"),
            Samples.meaning(Intent.Talk.ASK_FOR_PERSON),
            forgetful,
            Samples.directory(false));
    assertThat(turn.texts()).containsExactly("person.no_memory");
  }

  @Test
  void whoWritesInAnotherLanguageIsToldInItOnceAndGetsAPerson() {
    Turn first = take(fresh, Samples.foreign("pl"));
    Turn second = take(first.next(), Samples.foreign("pl"));
    Turn english = take(second.next(), Samples.meaning(Intent.Talk.GREET));
    Turn third = take(english.next(), Samples.foreign("pl"));

    assertThat(first.texts()).containsExactly("Proszę dzwonić: 999.");
    assertThat(first.effects()).containsExactly(new Effect.Handoff(Priority.URGENT, "language.pl"));
    assertThat(first.next().priority()).isEqualTo(Priority.URGENT);
    assertThat(first.next().ownership()).isInstanceOf(Ownership.Waiting.class);
    assertThat(second.texts()).isEmpty();
    assertThat(english.texts()).contains("greet.hello");
    assertThat(third.texts()).isEmpty();
  }

  @Test
  void anotherLanguageThanBeforeIsAnsweredToo() {
    Turn polish = take(fresh, Samples.foreign("pl"));
    Turn ukrainian = take(polish.next(), Samples.foreign("uk"));

    assertThat(ukrainian.texts()).containsExactly("Телефонуйте 999.");
  }

  @Test
  void theSentenceInAnotherLanguageComesAgainUnharmed() {
    Turn told = take(fresh, Samples.foreign("uk"));
    Turn again = take(told.next(), Samples.meaning(Intent.Talk.ASK_TO_REPEAT));

    assertThat(again.texts()).contains("Телефонуйте 999.");
  }

  @Test
  void aConversationThatBeganAnewIsToldAgain() {
    Turn told = take(fresh, Samples.foreign("pl"));
    Conversation closed =
        told.next().draft().ownership(new Ownership.Closed(Samples.AT, false)).done();

    assertThat(take(closed, Samples.foreign("pl")).texts()).isNotEmpty();
  }

  @Test
  void dangerInAnotherLanguageIsAnsweredInItFirstAndAlwaysAnew() {
    Risk risk = new Risk(Risk.Level.CRISIS, "suicide", "language.pl");
    Turn told = take(fresh, Samples.foreign("pl"));
    Turn danger = take(told.next(), Samples.foreign("pl", risk));

    assertThat(danger.texts().getFirst()).isEqualTo("Proszę dzwonić: 999.");
    assertThat(danger.texts().get(1)).startsWith("risk.suicide");
    assertThat(danger.effects())
        .containsExactly(new Effect.Handoff(Priority.CRISIS, "risk.suicide"));
    assertThat(take(danger.next(), Samples.foreign("pl")).texts()).isEmpty();
  }

  @Test
  void anotherLanguageIsLeftToAPersonWhoHasTheConversation() {
    Conversation owned =
        fresh.draft().ownership(new Ownership.Staff("sam", Samples.AT, Optional.empty())).done();

    assertThat(take(owned, Samples.foreign("pl")).texts()).isEmpty();
    assertThat(take(owned, Samples.foreign("pl")).effects()).isEmpty();
  }

  @Test
  void aLanguageWithoutASentenceGetsAPersonInEnglish() {
    Turn turn = take(fresh, Samples.foreign("xx"));

    assertThat(turn.texts()).contains("person.open");
    assertThat(turn.effects()).containsExactly(new Effect.Handoff(Priority.URGENT, "language.xx"));
  }

  @Test
  void aCallerWhoSpeaksAnotherLanguageIsPutThroughInEnglish() {
    InboundMessage message = Samples.message("words");
    InboundMessage call =
        new InboundMessage(
            message.id(),
            Channel.VOICE,
            message.from(),
            message.at(),
            message.utterance(),
            0,
            Optional.empty());
    Turn turn = take(fresh, call, Samples.foreign("pl"));

    assertThat(turn.texts()).containsExactly("spoken");
    assertThat(turn.effects()).containsExactly(new Effect.Handoff(Priority.URGENT, "language.pl"));
  }
}
