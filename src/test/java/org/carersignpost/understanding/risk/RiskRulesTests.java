package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskRulesTests {
  private static final RiskRules RULES =
      RiskRules.load(Path.of("knowledge-base/risk"), OrdinaryWords.listed());

  private static final String RULE_FILE =
      """
      kind: suicide
      level: crisis
      reply: risk.suicide
      rules:
        - id: wants_to_die
          patterns:
            - "%s"
          examples:
            - "i want to die"
          traps:
            - "a dying plant"
      """;

  @TempDir Path folder;

  @Test
  void everyExampleFiresItsKindAndNoTrapFiresAnything() {
    assertThat(RULES.check()).isEmpty();
  }

  @Test
  void mostSeriousDangerComesFirst() {
    List<Risk> risks =
        RiskRules.risks(
            RULES.find(Words.of("i want to die. mum is not breathing. i cant cope any more")));

    assertThat(risks).extracting(Risk::level).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(risks.getFirst().kind()).isEqualTo("emergency");
    assertThat(risks).extracting(Risk::kind).contains("suicide");
    assertThat(risks).doesNotHaveDuplicates();
  }

  @Test
  void findingTellsTheWordsItWasFoundIn() {
    String utterance = "Hello. I want to die, sorry.";

    RiskFinding finding = RULES.find(Words.of(utterance)).getFirst();

    assertThat(utterance.substring(finding.start(), finding.end())).contains("want to die");
  }

  @Test
  void nothingIsFoundInNothing() {
    assertThat(RULES.find(Words.of("  ... "))).isEmpty();
  }

  @Test
  void unknownKeyIsRefusedWithFileAndRule() {
    assertRefused(
        RULE_FILE.formatted("want to die").replace("traps:", "trapz:"),
        "suicide.yaml, rule wants_to_die: unknown key 'trapz'");
    assertRefused(
        RULE_FILE.formatted("want to die").replace("reply:", "answer:"),
        "suicide.yaml: unknown key 'answer'");
  }

  @Test
  void patternThatCannotBeReadIsRefusedWithFileAndRule() {
    for (String pattern :
        List.of(
            "want || die",
            "... die",
            "die ...",
            "a ... .... b",
            "a ..... b",
            "want?",
            "a|b? c",
            "Want to die",
            "can't",
            "ab*",
            "<a>",
            "<a b c>",
            "<a? b>",
            "die >",
            "<a b")) {
      assertRefused(
          RULE_FILE.formatted(pattern), "suicide.yaml, rule wants_to_die: pattern \"" + pattern);
    }
  }

  @Test
  void unknownKindAndLevelAndRepeatedRulesAreRefused() {
    String good = RULE_FILE.formatted("want to die");
    assertRefused(good.replace("kind: suicide", "kind: sadness"), "unknown kind 'sadness'");
    assertRefused(good.replace("level: crisis", "level: bad"), "unknown level 'bad'");
    assertRefused(good.replace("reply: risk.suicide", "reply: hello"), "the reply must be");
    assertRefused(
        good + good.substring(good.indexOf("  - id")), "rule wants_to_die stands there twice");
    assertRefused("kind: [", "is not YAML");
  }

  @Test
  void exampleThatDoesNotFireAndTrapThatDoesAreNamed() throws IOException {
    Files.writeString(folder.resolve("suicide.yaml"), RULE_FILE.formatted("wants to die|plant"));

    assertThat(RiskRules.load(folder, OrdinaryWords.listed()).check())
        .containsExactly(
            "suicide.yaml, rule wants_to_die: the example does not fire: i want to die");

    Files.writeString(
        folder.resolve("suicide.yaml"), RULE_FILE.formatted("want|a to|dying die|plant"));

    assertThat(RiskRules.load(folder, OrdinaryWords.listed()).check())
        .singleElement()
        .asString()
        .startsWith("suicide.yaml, rule wants_to_die: the trap fires wants_to_die by ")
        .endsWith(": a dying plant");
  }

  private void assertRefused(String file, String message) {
    try {
      Files.writeString(folder.resolve("suicide.yaml"), file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThatThrownBy(() -> RiskRules.load(folder, OrdinaryWords.listed()))
        .as(file)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
