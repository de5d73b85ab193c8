package org.carersignpost.understanding.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;
import org.carersignpost.understanding.words.Words;

/// All risk rules of the knowledge base. They never change and may be used by any number of
/// threads.
public final class RiskRules {
  /// Dangers of one level in the order in which they are answered.
  static final List<String> KINDS =
      List.of(
          "emergency",
          "suicide",
          "suicide_other",
          "harm_by_carer",
          "child_harm",
          "domestic_abuse",
          "adult_abuse",
          "missing_person",
          "breakdown");

  /// How dangers are answered: the most serious first.
  public static final Comparator<Risk> MOST_SERIOUS_FIRST =
      Comparator.comparing(Risk::level)
          .reversed()
          .thenComparingInt(risk -> KINDS.indexOf(risk.kind()));

  private final PatternWords words;
  private final List<RiskRule> rules;
  private final PatternIndex index;

  /// Signs that alarming words are about nothing that happens now.
  private final List<RiskRule> signs;

  private final PatternIndex signIndex;

  RiskRules(PatternWords words, List<RiskRule> rules) {
    this(words, rules, List.of());
  }

  private RiskRules(PatternWords words, List<RiskRule> rules, List<RiskRule> signs) {
    this.words = words;
    this.rules = List.copyOf(rules);
    this.index = new PatternIndex(this.rules, words.choices());
    this.signs = List.copyOf(signs);
    this.signIndex = new PatternIndex(this.signs, words.choices());
  }

  /// Reads every `.yaml` file of a folder.
  ///
  /// @param folder `knowledge-base/risk`
  /// @param ordinary everyday words, which are never read as a misspelt danger
  /// @throws IllegalArgumentException if a file has an unknown key or a pattern that cannot be
  ///   read; the message names the file, the rule and what is wrong
  public static RiskRules load(Path folder, OrdinaryWords ordinary) {
    PatternWords words = new PatternWords(ordinary);
    return new RiskRules(
        words, RuleFiles.read(folder, words), RuleFiles.readHarmless(folder, words));
  }

  /// Every danger in an utterance, most serious first; at most one finding a pattern.
  public List<RiskFinding> find(List<Word> utterance) {
    return find(utterance, index);
  }

  /// Whether something in an utterance says that its alarming words are about nothing that happens
  /// now: it is over, denied, on the telly, for a course, planned for, a joke.
  boolean hasHarmlessSign(List<Word> utterance) {
    return !find(utterance, signIndex).isEmpty();
  }

  private List<RiskFinding> find(List<Word> utterance, PatternIndex index) {
    if (utterance.isEmpty()) {
      return List.of();
    }
    List<RiskFinding> findings = new ArrayList<>();
    for (MessageIndex reading : MessageIndex.readings(utterance, words)) {
      for (PatternIndex.Likely likely : index.likely(reading)) {
        for (RiskFinding finding : likely.rule().find(likely.patterns(), reading, utterance)) {
          if (!findings.contains(finding)) {
            findings.add(finding);
          }
        }
      }
    }
    findings.sort(Comparator.comparing(RiskFinding::risk, MOST_SERIOUS_FIRST));
    return List.copyOf(findings);
  }

  /// The dangers of these findings, each rule once, in their order.
  public static List<Risk> risks(List<RiskFinding> findings) {
    return findings.stream().map(RiskFinding::risk).distinct().toList();
  }

  /// How serious each kind of danger is that there are rules for.
  public Map<String, Risk.Level> levels() {
    return rules.stream()
        .map(RiskRule::risk)
        .collect(Collectors.toUnmodifiableMap(Risk::kind, Risk::level, (level, _) -> level));
  }

  /// The rules in the order of files and lines.
  List<RiskRule> all() {
    return rules;
  }

  /// What is wrong with the rules: examples that do not fire and traps that do.
  ///
  /// @return one line each, naming file, rule and example; empty when all is well
  public List<String> check() {
    List<String> problems = new ArrayList<>();
    for (RiskRule rule : rules) {
      String where = rule.file() + ", rule " + rule.risk().rule() + ": ";
      for (String example : rule.examples()) {
        boolean fires =
            find(Words.of(example)).stream()
                .anyMatch(finding -> finding.risk().kind().equals(rule.risk().kind()));
        if (!fires) {
          problems.add(where + "the example does not fire: " + example);
        }
      }
      for (String trap : rule.traps()) {
        find(Words.of(trap)).stream()
            .findFirst()
            .ifPresent(finding ->
                problems.add(
                    where
                        + "the trap fires "
                        + finding.risk().rule()
                        + " by "
                        + finding.pattern()
                        + ": "
                        + trap));
      }
    }
    for (RiskRule sign : signs) {
      String where = sign.file() + ", rule " + sign.risk().rule() + ": ";
      sign.examples().stream()
          .filter(example -> !hasHarmlessSign(Words.of(example)))
          .forEach(example -> problems.add(where + "the example shows no sign: " + example));
      sign.traps().stream()
          .filter(trap -> hasHarmlessSign(Words.of(trap)))
          .forEach(trap -> problems.add(where + "the trap shows a sign: " + trap));
    }
    return List.copyOf(problems);
  }
}
