package org.carersignpost.understanding.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.classifier.KindModel;
import org.carersignpost.understanding.classifier.KindModels;
import org.carersignpost.understanding.words.Words;

/// The second net under the rules: finds danger by likeness to messages that people wrote.
///
/// Rules find only what somebody thought of. This model learns from the lines of
/// `knowledge-base/risk/*.txt`, judges a message and each of its sentences, and adds kinds that no
/// rule named. Where a rule fires and the message is unlike danger, danger stays possible: it is
/// never taken away. The model never changes and may be used by any number of threads.
public final class RiskModel {
  /// What a danger that no rule found gives as its rule.
  public static final String LIKENESS = "likeness";

  /// Shorter messages are judged by rules only.
  static final int FEWEST_WORDS = 3;

  /// Cost and weight told danger from ordinary messages best, on messages not learnt from.
  private static final KindModels.Settings SETTINGS = new KindModels.Settings(0.5, 1, 3);

  /// This likely is answered as danger. A missed danger can cost a life; a false alarm costs a
  /// carer a frightening answer to an ordinary question. Of the development messages one in fifty
  /// ordinary ones lies above, and four in a hundred that state a danger plainly lie below: these
  /// are possible.
  private static final double LIKELY = 0.5;

  /// From here on a danger is possible. One danger in a hundred of the development messages lies
  /// below, stated plainly or veiled, and one ordinary message in seven above, which a person reads
  /// for nothing. At 0.10 three in a thousand more are found, and one ordinary message in six is
  /// above.
  private static final double POSSIBLE = 0.12;

  /// A danger like none in particular would get the words of the wrong kind.
  private static final double OF_A_KIND = 0.2;

  /// A further kind this likely is answered too.
  private static final double ALSO = 0.6;

  /// Where a rule fires and the message is less like danger than this, danger is only possible. Of
  /// 367 dangerous development messages in which a rule fires one lies below, of 58 harmless ones
  /// 40.
  private static final double UNLIKELY = 0.2;

  /// The same where something says that it is about nothing that happens now: one of 27 dangerous
  /// ones below, 72 of 83 harmless ones.
  private static final double UNLIKELY_NOW = 0.4;

  private static final String NAME = "risk";
  private static final String SUICIDE = "suicide";
  private static final String SUICIDE_OTHER = "suicide_other";

  private final KindModel model;
  private final RiskRules rules;

  /// What editors have written down as harmless is taken at their word, whatever it is like.
  private final Set<String> harmless;

  private final Map<String, Risk.Level> levels = new TreeMap<>();

  private RiskModel(KindModel model, RiskRules rules, Set<String> harmless) {
    this.model = model;
    this.rules = rules;
    this.harmless = Set.copyOf(harmless);
    rules.all().forEach(rule -> levels.put(rule.risk().kind(), rule.risk().level()));
  }

  /// The model of a knowledge base, trained unless that was done before.
  ///
  /// @param rules the rules of the same knowledge base; their examples and traps are learnt from
  /// @param knowledgeBase the folder `knowledge-base`
  /// @param models where trained models are kept
  /// @throws IllegalArgumentException if a file cannot be used; the message names it
  public static RiskModel load(RiskRules rules, Path knowledgeBase, Path models) {
    List<byte[]> source = new ArrayList<>(RiskLines.source(knowledgeBase));
    source.addAll(code());
    return new RiskModel(
        KindModels.load(models, NAME, SETTINGS, source, () -> RiskLines.read(rules, knowledgeBase)),
        rules,
        RiskLines.harmless(rules, knowledgeBase));
  }

  /// The dangers of a message: those that rules found and those that it is like, most serious
  /// first; where there is none, the likeliest that is possible.
  ///
  /// @param named the dangers that rules found, most serious first
  public List<Risk> judge(String utterance, List<Risk> named) {
    return find(utterance)
        .map(judgement -> judge(utterance, named, judgement))
        .orElse(List.copyOf(named));
  }

  private List<Risk> judge(String utterance, List<Risk> named, KindModel.Judgement judgement) {
    if (!named.isEmpty() && isAboutNothingNow(utterance, judgement.likelihood())) {
      Risk first = named.getFirst();
      return List.of(new Risk(Risk.Level.POSSIBLE, first.kind(), first.rule()));
    }
    List<Risk> risks = new ArrayList<>(named);
    if (judgement.likelihood() >= LIKELY && !harmless.contains(RiskLines.same(utterance))) {
      alike(judgement)
          .filter(risk -> named.stream().noneMatch(other -> other.kind().equals(risk.kind())))
          .forEach(risks::add);
    }
    if (risks.isEmpty()) {
      return possible(judgement);
    }
    risks.sort(mostSeriousFirst(judgement.kinds()));
    return List.copyOf(risks);
  }

  private boolean isAboutNothingNow(String utterance, double likelihood) {
    return likelihood < UNLIKELY
        || (likelihood < UNLIKELY_NOW && rules.hasHarmlessSign(Words.of(utterance)));
  }

  /// The likeliest kind, and any other that is likely by itself.
  private Stream<Risk> alike(KindModel.Judgement judgement) {
    String likeliest = judgement.kinds().getFirst().kind();
    return judgement.kinds().stream()
        .filter(kind -> kind.probability() >= (kind.kind().equals(likeliest) ? OF_A_KIND : ALSO))
        .flatMap(kind ->
            Optional.ofNullable(levels.get(kind.kind())).stream()
                .map(level -> new Risk(level, kind.kind(), LIKENESS)));
  }

  /// The likeliest danger where it is possible.
  private static List<Risk> possible(KindModel.Judgement judgement) {
    return judgement.likelihood() < POSSIBLE
        ? List.of()
        : List.of(new Risk(Risk.Level.POSSIBLE, judgement.kinds().getFirst().kind(), LIKENESS));
  }

  /// How likely a message is dangerous, and how; nothing for a message too short to judge.
  public Optional<KindModel.Judgement> find(String utterance) {
    return Words.of(utterance).size() < FEWEST_WORDS
        ? Optional.empty()
        : Optional.of(model.judge(MessageParts.of(utterance)));
  }

  /// Whose suicide a message is about, rules often cannot tell: the likelier is answered first.
  private static Comparator<Risk> mostSeriousFirst(List<KindModel.Found> found) {
    List<String> kinds = found.stream().map(KindModel.Found::kind).toList();
    boolean other =
        kinds.contains(SUICIDE_OTHER) && kinds.indexOf(SUICIDE_OTHER) < kinds.indexOf(SUICIDE);
    return !other
        ? RiskRules.MOST_SERIOUS_FIRST
        : Comparator.comparing(RiskModel::withOtherFirst, RiskRules.MOST_SERIOUS_FIRST);
  }

  private static Risk withOtherFirst(Risk risk) {
    return switch (risk.kind()) {
      case SUICIDE -> new Risk(risk.level(), SUICIDE_OTHER, risk.rule());
      case SUICIDE_OTHER -> new Risk(risk.level(), SUICIDE, risk.rule());
      default -> risk;
    };
  }

  /// The code that decides which lines are learnt from.
  private static List<byte[]> code() {
    return Stream.of(
            RiskLines.class,
            MessageParts.class,
            RiskRules.class,
            RiskRule.class,
            RiskPattern.class,
            MessageIndex.class,
            PatternIndex.class,
            PatternWords.class,
            ShortForms.class)
        .map(type -> bytes(type.getSimpleName() + ".class"))
        .toList();
  }

  private static byte[] bytes(String name) {
    try (InputStream in = RiskModel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
