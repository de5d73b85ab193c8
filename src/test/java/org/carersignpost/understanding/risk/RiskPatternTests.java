package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;
import org.carersignpost.understanding.words.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskPatternTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "want to die; i WANT to, die; yes",
        "want to die; wants to; no",
        "want to die; want. to die; no",
        "want|wanna to? die; wanna die; yes",
        "want|wanna to? die; want to die now; yes",
        "end_it_all|finish; time to end it all; yes",
        "end_it_all|finish; end it; no",
        "suicid*; so suicidal; yes",
        "suicid*; sui; no",
        "kill ... myself; kill a b c d myself; yes",
        "kill ... myself; kill a b c d e myself; no",
        "kill ... myself; kill. myself; no",
        "kill ... myself; myself kill; no",
        "kill .... myself; kill a b c d e f g h myself; yes",
        "kill .... myself; kill a b c d e f g h i myself; no",
        "a ... b ... c; a x b x x b x x c; yes",
        "a ... b ... c; a b x x x b x x c; yes",
        "a ... b ... c; a x x b x x x b c; yes",
        "a ... b ... c; a x x x x x b x c; no",
        "a? b ... c; b x c; yes",
        "a b? ... c; a b x x x x c; yes",
        "a b? ... c; a x x x x c; yes",
        "<pills all>; took all the little pills; yes",
        "<pills all>; pills i took them all; yes",
        "<pills all>; pills a b c d e f all; no",
        "<pills all>; pills! all; no",
        "dont want to; i do not want to; yes",
        "do not want; i dont want it; yes",
        "do not want; i don\u2019t want it; yes",
        "i am lost; im lost; yes",
        "to you; 2 u; yes",
        "want to; wnna to; no",
        "suicidal; feeling sucidal; yes",
        "suicidal; feeling suiciadl; yes",
        "suicidal; feeling sucdal; no",
        "please help; pleeeease help; yes",
        "beating me; heating me; no",
      })
  void patternMatchesAsItIsDescribed(String pattern, String message, String answer) {
    assertThat(matches(pattern, message)).as(pattern).isEqualTo(answer.equals("yes"));
  }

  private static boolean matches(String pattern, String message) {
    PatternWords words = new PatternWords(OrdinaryWords.listed());
    RiskPattern parsed = RiskPattern.parse(pattern, words);
    List<Word> said = Words.of(message);
    return MessageIndex.readings(said, words).stream()
        .anyMatch(reading ->
            parsed.sources(reading).stream()
                .anyMatch(source -> !reading.matches(source).isEmpty()));
  }
}
