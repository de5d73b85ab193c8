package org.carersignpost.understanding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.understanding.classifier.Classification;
import org.carersignpost.understanding.classifier.IntentModel;
import org.carersignpost.understanding.classifier.IntentModels;
import org.carersignpost.understanding.classifier.Normaliser;
import org.carersignpost.understanding.language.Languages;
import org.carersignpost.understanding.risk.RiskFinding;
import org.carersignpost.understanding.risk.RiskModel;
import org.carersignpost.understanding.risk.RiskRules;
import org.carersignpost.understanding.slots.SlotFindings;
import org.carersignpost.understanding.slots.SlotReader;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;
import org.carersignpost.understanding.words.Words;

/// Says what a carer means: danger first, then bare words, then place and people, then the intent.
///
/// Danger is found by rules that people wrote and, where they name nothing, by likeness to messages
/// that people wrote. Bare words, places and messages of one or two words are for the rules alone.
///
/// Of a message in another language no more is said than which language it is, the dangers it names
/// plainly and the place.
///
/// It is made once at start and may be used by any number of threads; only what editors list can be
/// read again. Interpreting needs no file and no network and takes well under two milliseconds for
/// an ordinary message.
public final class Understanding {
  private static final double SURE = 1;
  private static final double PLACE_CONFIDENCE = 0.95;

  /// Likenesses below this are left out of explanations.
  private static final double WORTH_SHOWING = 0.05;

  private final RiskRules rules;
  private final RiskModel likeness;
  private final IntentModel intents;
  private final IntentChoice choice;
  private final OrdinaryWords known;
  private volatile Listed listed;
  private final Languages languages;

  private Understanding(
      RiskRules rules,
      RiskModel likeness,
      IntentModel intents,
      OrdinaryWords known,
      Listed listed,
      Languages languages) {
    this.rules = rules;
    this.likeness = likeness;
    this.intents = intents;
    this.choice = new IntentChoice();
    this.known = known;
    this.listed = listed;
    this.languages = languages;
  }

  /// Reads rules, places and words, and trains the intents and the likeness to danger unless that
  /// was done before.
  ///
  /// @param knowledgeBase the folder `knowledge-base`
  /// @param models where trained models are kept
  /// @throws IllegalArgumentException if a file cannot be used; the message names it
  public static Understanding load(Path knowledgeBase, Path models) {
    RiskRules rules = RiskRules.load(knowledgeBase.resolve("risk"), OrdinaryWords.listed());
    // First, because training it takes the most memory and the smaller model is then beside.
    RiskModel likeness = RiskModel.load(rules, knowledgeBase, models);
    IntentModel intents = IntentModels.load(knowledgeBase.resolve("intents"), models);
    OrdinaryWords known = OrdinaryWords.with(intents::knows);
    return new Understanding(
        rules,
        likeness,
        intents,
        known,
        Listed.load(knowledgeBase, known),
        Languages.load(
            knowledgeBase.resolve("risk").resolve("languages"), rules.levels(), known::knows));
  }

  /// What editors list, which needs no training.
  private record Listed(SlotReader slots, Distress distress, Urgency urgency) {
    static Listed load(Path knowledgeBase, OrdinaryWords known) {
      return new Listed(
          SlotReader.load(knowledgeBase, known),
          Distress.load(knowledgeBase.resolve("distress.txt")),
          Urgency.load(knowledgeBase.resolve("taxonomy.yaml")));
    }
  }

  /// Reads places, people, words of distress and the urgency of topics anew, as yet without effect.
  ///
  /// What is learnt from examples, the intents and the likeness to danger, and the rules of danger
  /// stay as they are until the next start.
  ///
  /// @return puts it into effect
  /// @throws IllegalArgumentException if a file cannot be used; the message names it
  public Runnable reread(Path knowledgeBase) {
    Listed next = Listed.load(knowledgeBase, known);
    return () -> listed = next;
  }

  /// Makes ready in the background what is needed for messages in other languages only, so that it
  /// does not delay the start and no carer waits for it.
  public void readAhead() {
    languages.readAhead();
  }

  /// What an utterance means at this moment of a conversation.
  ///
  /// @param utterance the carer's words, of any length; what exceeds 4,000 characters is not read
  /// @param conversation what was said before: an open question or an offer changes the meaning
  public Interpretation interpret(String utterance, Conversation conversation) {
    List<Word> words = Words.of(utterance);
    List<Risk> named = RiskRules.risks(rules.find(words));
    SlotFindings found = listed.slots.read(utterance, words, isPlaceAsked(conversation));
    Optional<Commands.Command> command = Commands.read(words, conversation);
    if (command.isPresent() && named.isEmpty()) {
      return said(command.get(), found);
    }
    Languages.Found language =
        found.onlyPlace() ? Languages.ENGLISH : languages.read(utterance, words);
    if (language.language().isPresent()) {
      return foreign(utterance, language, named, found);
    }
    if (!language.dangers().isEmpty()) {
      named = mostSeriousFirst(named, language.dangers());
    }
    // A place's name may be like anything; there is nothing in it to judge.
    List<Risk> risks =
        command.isPresent() || found.onlyPlace() ? named : likeness.judge(utterance, named);
    boolean danger = !risks.stream().allMatch(Risk::isOnlyPossible);
    Classification classification = intents.classify(utterance);
    Needs needs = Needs.of(classification, Clauses.of(utterance, words), intents, listed.urgency);
    List<TopicScore> topics = Topics.of(needs.topics(), found);
    boolean place = IntentChoice.isGivenPlace(classification, found, conversation, words.size());
    IntentChoice.Chosen chosen =
        place && !danger
            ? new IntentChoice.Chosen(Intent.Talk.GIVE_PLACE, PLACE_CONFIDENCE)
            : choice.choose(words, classification, found, conversation, danger);
    boolean distressed =
        danger
            || (!place && listed.distress.isIn(utterance, topics))
            || (!place && listed.distress.isIn(classification.corrected(), topics));
    return new Interpretation(
        risks,
        chosen.intent(),
        chosen.confidence(),
        Topics.led(chosen.intent(), chosen.confidence(), topics),
        found.slots(),
        OptionalInt.empty(),
        distressed,
        needs.wishes().stream().filter(wish -> !wish.equals(chosen.intent())).toList(),
        danger ? List.of() : Readings.of(chosen, classification, found),
        Optional.empty());
  }

  private static Interpretation said(Commands.Command command, SlotFindings found) {
    return new Interpretation(
        List.of(), command.intent(), SURE, List.of(), found.slots(), command.choice(), false);
  }

  /// The words are not ours to judge: only what was named plainly counts, and a person reads them.
  private static Interpretation foreign(
      String utterance, Languages.Found language, List<Risk> named, SlotFindings found) {
    List<Risk> risks = mostSeriousFirst(language.dangers(), named);
    return new Interpretation(
        risks,
        Intent.Talk.UNCLEAR,
        SURE,
        List.of(),
        new Slots(
            found.slots().place().filter(place -> isNamed(place, utterance)),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        OptionalInt.empty(),
        !risks.isEmpty(),
        List.of(),
        List.of(),
        language.language());
  }

  private static List<Risk> mostSeriousFirst(List<Risk> some, List<Risk> others) {
    return Stream.concat(some.stream(), others.stream())
        .sorted(RiskRules.MOST_SERIOUS_FIRST)
        .toList();
  }

  /// A place that was only read into a misspelt word is likely a word of the other language.
  private static boolean isNamed(Place place, String utterance) {
    return utterance.toLowerCase(Locale.ROOT).contains(place.name().toLowerCase(Locale.ROOT));
  }

  private static boolean isPlaceAsked(Conversation conversation) {
    return IntentChoice.isPlaceAsked(conversation);
  }

  /// What is wrong with the risk rules: examples that do not fire and traps that do, one line each.
  public List<String> check() {
    return rules.check();
  }

  /// How an utterance is understood without any conversation before it, as lines to print.
  ///
  /// The lines hold the words of the utterance, so they are for a terminal and never for a log.
  public String explain(String utterance) {
    List<Word> words = Words.of(utterance);
    List<String> lines = new ArrayList<>();
    lines.add("tokens: " + String.join(" ", Normaliser.tokens(utterance)));
    List<RiskFinding> risks = rules.find(words);
    if (risks.isEmpty()) {
      lines.add("risk: none by the rules");
    }
    for (RiskFinding risk : risks) {
      lines.add(
          "risk: %s %s, rule %s, in \"%s\" by %s"
              .formatted(
                  risk.risk().level(),
                  risk.risk().kind(),
                  risk.risk().rule(),
                  utterance.substring(risk.start(), risk.end()),
                  risk.pattern()));
    }
    likeness
        .find(utterance)
        .ifPresent(judgement -> {
          lines.add("likeness: danger, %.0f %%".formatted(100 * judgement.likelihood()));
          judgement.kinds().stream()
              .filter(kind -> kind.probability() >= WORTH_SHOWING)
              .map(kind -> "likeness: %s, %.0f %%".formatted(kind.kind(), 100 * kind.probability()))
              .forEach(lines::add);
        });
    Interpretation meaning =
        interpret(utterance, Conversation.begin(new ConversationId("explain")));
    meaning.language().ifPresent(language -> lines.add("language: " + language));
    for (SlotFindings.Found slot : listed.slots.read(utterance, words, false).found()) {
      lines.add(
          "slot: %s = %s, in \"%s\""
              .formatted(slot.slot(), slot.value(), utterance.substring(slot.start(), slot.end())));
    }
    meaning
        .possibleRisk()
        .ifPresent(risk -> lines.add("risk: possible %s, by likeness".formatted(risk.kind())));
    lines.add(
        "decided: %s, %.0f %%%s"
            .formatted(
                meaning.intent().id(),
                100 * meaning.confidence(),
                meaning.distressed() ? ", distressed" : ""));
    meaning
        .topics()
        .forEach(t -> lines.add("topic: %s, %.0f %%".formatted(t.topic(), 100 * t.probability())));
    meaning.wishes().forEach(wish -> lines.add("wish: " + wish.id()));
    if (!meaning.readings().isEmpty()) {
      lines.add("to be asked: " + String.join(" or ", meaning.readings()));
    }
    lines.add("classifier:");
    intents.explain(utterance).lines().forEach(line -> lines.add("  " + line));
    return String.join("\n", lines);
  }
}
