package org.carersignpost.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Intent.Talk;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.dialogue.TopicScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTests {
  private static final Understanding UNDERSTANDING =
      Understanding.load(Path.of("knowledge-base"), Path.of("target/models"));

  private static final Conversation NEW = Conversation.begin(new ConversationId("test"));
  private static final Conversation OFFERED =
      with(
          Optional.of(
              new Conversation.Offer("respite", List.of(), List.of("a", "b"), List.of("a", "b"))),
          Optional.empty());
  private static final Conversation PLACE_ASKED =
      with(OFFERED.offer(), Optional.of(Conversation.Question.PLACE));
  private static final Conversation PERSON_ASKED =
      with(OFFERED.offer(), Optional.of(Conversation.Question.PERSON));

  @ParameterizedTest
  @CsvSource({
    "STOP, stop_messages",
    "stop., stop_messages",
    "StopAll, stop_messages",
    "UNSUBSCRIBE!, stop_messages",
    "cancel, stop_messages",
    "End, stop_messages",
    "quit, stop_messages",
    "revoke, stop_messages",
    "opt out, stop_messages",
    "START, start_messages",
    "unstop, start_messages",
    "HELP, ask_for_help",
    "info, ask_for_help",
    "MORE, ask_for_more",
    "more please, ask_for_more",
    "next, ask_for_more",
    "again, ask_to_repeat",
    "REPEAT, ask_to_repeat",
    "PERSON, ask_for_person",
    "human please, ask_for_person",
    "talk to someone, ask_for_person",
    "yes please, affirm",
    "Ok, affirm",
    "no thanks, deny",
    "nope, deny",
    "alton, give_place",
    "SO23 9AB, give_place",
    "im in fareham, give_place",
    "near romsey pls, give_place",
    "petersfeild, give_place",
    "'?!', unclear",
    "'   ', unclear",
    "\uD83D\uDE2D\uD83D\uDE2D, unclear",
  })
  void bareWordsAreDecidedWithoutDoubt(String utterance, String intent) {
    Interpretation meaning = UNDERSTANDING.interpret(utterance, NEW);

    assertThat(meaning.intent().id()).isEqualTo(intent);
    assertThat(meaning.confidence()).isGreaterThan(0.9);
    assertThat(meaning.risks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2., 2",
    "(3), 3",
    "one, 1",
    "option 2, 2",
    "no. 1, 1",
    "the second one, 2",
    "2 please, 2",
    "tell me more about 1, 1",
    "#2, 2",
    "5, 5"
  })
  void choiceIsReadWhenThereIsAnOffer(String utterance, int choice) {
    Interpretation meaning = UNDERSTANDING.interpret(utterance, OFFERED);

    assertThat(meaning.intent()).isEqualTo(Talk.CHOOSE);
    assertThat(meaning.choice()).isEqualTo(OptionalInt.of(choice));
  }

  @Test
  void questionWhetherItIsRightIsReadWhenThereIsAnOffer() {
    assertThat(UNDERSTANDING.interpret("Is that number still right, please?", OFFERED).intent())
        .isEqualTo(Talk.ASK_IF_CHECKED);
    assertThat(intent("Is that number still right, please?")).isNotEqualTo(Talk.ASK_IF_CHECKED);
  }

  @Test
  void withoutAnOfferOnlyABareDigitIsAChoice() {
    assertThat(intent("2")).isEqualTo(Talk.CHOOSE);
    assertThat(intent("the second one")).isNotEqualTo(Talk.CHOOSE);
    assertThat(intent("7")).isNotEqualTo(Talk.CHOOSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I can't stop crying",
        "we have got to stop this",
        "he wont stop hitting the wall",
        "i want to stop caring for my mum",
        "how do i stop the carers coming",
        "the dwp keep texting my mum how do i make it stop",
        "can you cancel my mums care",
        "is this the end for us"
      })
  void wordsThatHoldStopAreNoOptOut(String utterance) {
    assertThat(intent(utterance)).isNotEqualTo(Talk.STOP_MESSAGES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "please stop texting me",
        "dont text me any more please",
        "take me off your list",
        "no more messages please",
        "remove me from your list",
        "no longer need your texts, please stop them",
        "please can you stop sending me texts"
      })
  void politeOptOutIsObeyed(String utterance) {
    assertThat(intent(utterance)).isEqualTo(Talk.STOP_MESSAGES);
  }

  @Test
  void politeOptOutIsNotReadIntoDanger() {
    Interpretation meaning = UNDERSTANDING.interpret("stop texting me i want to die", NEW);

    assertThat(meaning.risk().orElseThrow().kind()).isEqualTo("suicide");
    assertThat(meaning.intent()).isNotEqualTo(Talk.STOP_MESSAGES);
    assertThat(meaning.distressed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i sent stop by mistake please put me back on the list",
            "ive changed my mind you can text me",
        "please start texting me again", "restart"
      })
  void wishToGetOurTextsAgainIsObeyed(String utterance) {
    assertThat(intent(utterance)).isEqualTo(Talk.START_MESSAGES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"when do carers assessments start", "how do i start claiming carers allowance"})
  void startOfSomethingElseIsNoOptIn(String utterance) {
    assertThat(intent(utterance)).isNotEqualTo(Talk.START_MESSAGES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "my husband has parkinsons; neurological",
        "my mum has dementia; dementia",
        "i need a break; breaks-respite",
        "can i get carers allowance; money-benefits",
        "im 14 and i look after my mum; young-carers",
        "my wife is going blind; sensory-loss",
        "grab rails for the bath; equipment-adaptations",
        "how do i get power of attorney; legal-planning",
        "he has mnd; neurological",
        "i want to meet other carers; peer-support",
        "hi, i look after my dad and need some respite please; breaks-respite",
      })
  void needIsFound(String utterance, String topic) {
    Interpretation meaning = UNDERSTANDING.interpret(utterance, NEW);

    assertThat(meaning.topics()).extracting(TopicScore::topic).contains(topic);
    assertThat(meaning.intent()).isInstanceOf(Intent.Find.class);
    assertThat(meaning.intent()).isEqualTo(new Intent.Find(meaning.topics().getFirst().topic()));
    assertThat(meaning.topics()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void whoLooksAfterSomebodyGetsAnAnswerWhateverElseIsUnclear() {
    assertThat(intent("my husband parkinsons zzz qqq")).isInstanceOf(Intent.Find.class);
    assertThat(intent("hubby got the parkinsons init")).isInstanceOf(Intent.Find.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"what won the football", "pizza delivery"})
  void whatIsNotOursIsNoNeed(String utterance) {
    assertThat(intent(utterance)).isIn(Talk.OUT_OF_SCOPE, Talk.UNCLEAR);
  }

  @ParameterizedTest
  @CsvSource({
    "Alton, Alton",
    "its alten, Alton",
    "hook, Hook",
    "so 23, SO23",
    "we are in fareham near the station, Fareham",
    "mum is in romsey, Romsey"
  })
  void shortAnswerToTheQuestionForThePlaceIsAPlace(String utterance, String place) {
    Interpretation meaning = UNDERSTANDING.interpret(utterance, PLACE_ASKED);

    assertThat(meaning.intent()).isEqualTo(Talk.GIVE_PLACE);
    assertThat(meaning.slots().place().map(Place::name)).contains(place);
  }

  @Test
  void needBesideAPlaceIsStillANeedWhenThePlaceIsAsked() {
    Interpretation meaning =
        UNDERSTANDING.interpret("alton and i need carers allowance advice", PLACE_ASKED);

    assertThat(meaning.intent()).isInstanceOf(Intent.Find.class);
    assertThat(meaning.slots().place()).isPresent();
  }

  @Test
  void refusalToGiveAPlaceIsARefusal() {
    Interpretation meaning = UNDERSTANDING.interpret("no", PLACE_ASKED);

    assertThat(meaning.intent()).isEqualTo(Talk.DENY);
    assertThat(meaning.slots().place()).isEmpty();
    assertThat(UNDERSTANDING.interpret("yes please", PERSON_ASKED).intent()).isEqualTo(Talk.AFFIRM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mum has dementia, I'm skint and so tired; dementia money-benefits carer-wellbeing",
        "dad has parkinsons, we're broke and exhausted; neurological money-benefits carer-wellbeing",
        "she keeps wandering at nite n i cant sleep; dementia carer-wellbeing",
        "im so tired and skint; carer-wellbeing money-benefits"
      })
  void severalNeedsAreAllFound(String utterance, String topics) {
    assertThat(UNDERSTANDING.interpret(utterance, NEW).topics())
        .extracting(TopicScore::topic)
        .containsExactlyInAnyOrder(topics.split(" "));
  }

  @Test
  void topicOfAConditionIsAddedBehindTheNeed() {
    Interpretation meaning = UNDERSTANDING.interpret("I need a break, my wife has MS", NEW);

    assertThat(meaning.topics())
        .extracting(TopicScore::topic)
        .contains("breaks-respite", "neurological");
    assertThat(meaning.slots().conditions()).containsExactly("ms");
    assertThat(meaning.slots().relation()).contains("wife");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i keep crying",
        "im so tired of all this",
        "i can't cope with mum",
        "my wife died last week",
        "I'm exausted looking after him",
        "so scared about money"
      })
  void distressIsHeard(String utterance) {
    assertThat(UNDERSTANDING.interpret(utterance, NEW).distressed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how do i get a blue badge",
        "carers allowance",
        "thanks",
        "alton",
        "she is not crying"
      })
  void plainQuestionIsNotDistress(String utterance) {
    assertThat(UNDERSTANDING.interpret(utterance, NEW).distressed()).isFalse();
  }

  @Test
  void explanationShowsWordsRulesSlotsAndIntents() {
    String explanation =
        UNDERSTANDING.explain("i want to die, mum has dementia and we live in alton");

    assertThat(explanation)
        .contains("tokens: i want to die mum has dementia")
        .contains("risk: CRISIS suicide, rule")
        .contains("likeness: suicide, ")
        .contains("slot: place = Alton, in \"alton\"")
        .contains("slot: relation = mother, in \"mum\"")
        .contains("slot: condition = dementia")
        .contains("decided: ")
        .contains("classifier:");
  }

  @Test
  void dangerThatNoRuleNamesIsFoundByLikeness() throws IOException {
    List<Risk> byLikeness =
        Files.readAllLines(Path.of("knowledge-base/risk/emergency.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> UNDERSTANDING.interpret(line, NEW).risks().stream())
            .filter(risk -> risk.rule().equals("likeness"))
            .toList();

    assertThat(byLikeness).contains(new Risk(Risk.Level.EMERGENCY, "emergency", "likeness"));
  }

  @Test
  void aMessageInAnotherLanguageIsOnlyToldFromEnglishAndSearchedForDangerAndPlace() {
    Interpretation plea =
        UNDERSTANDING.interpret("opiekuje sie mama w Andover i potrzebuje pomocy", NEW);
    Interpretation danger = UNDERSTANDING.interpret("chce sie zabic", NEW);

    assertThat(plea.language()).contains("pl");
    assertThat(plea.risks()).isEmpty();
    assertThat(plea.topics()).isEmpty();
    assertThat(plea.slots().place().map(Place::name)).contains("Andover");
    assertThat(danger.language()).contains("pl");
    assertThat(danger.risk()).contains(new Risk(Risk.Level.CRISIS, "suicide", "language.pl"));
    assertThat(danger.distressed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "no thanks",
        "Nether Wallop",
        "petersfeild",
        "SO23 9AB",
        "Itchen Abbas",
        "mum has demensha an i cnt coap",
        "thanx 4 ur help",
      })
  void aBareWordAPlaceOrASlipIsNeverInAnotherLanguage(String utterance) {
    assertThat(UNDERSTANDING.interpret(utterance, NEW).language()).isEmpty();
  }

  private static Intent intent(String utterance) {
    return UNDERSTANDING.interpret(utterance, NEW).intent();
  }

  private static Conversation with(
      Optional<Conversation.Offer> offer, Optional<Conversation.Question> question) {
    Conversation begun = Conversation.begin(new ConversationId("test"));
    return new Conversation(
        begun.id(),
        begun.ownership(),
        begun.routing(),
        begun.priority(),
        begun.slots(),
        begun.topics(),
        offer,
        question,
        begun.placesAsked(),
        begun.misses(),
        begun.noticeGiven(),
        begun.optedOut(),
        begun.lastTexts(),
        begun.lastMessageAt(),
        begun.calling(),
        begun.toldIn());
  }
}
