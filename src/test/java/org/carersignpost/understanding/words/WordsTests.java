package org.carersignpost.understanding.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTests {
  @Test
  void wordsKnowWhereTheyStood() {
    String utterance = "I can't, Mum\u2019s ILL. \uD83D\uDE22 Hook!";

    List<Word> words = Words.of(utterance);

    assertThat(words).extracting(Word::text).containsExactly("i", "cant", "mums", "ill", "hook");
    assertThat(words)
        .extracting(w -> utterance.substring(w.start(), w.end()))
        .containsExactly("I", "can't", "Mum\u2019s", "ILL", "Hook");
    assertThat(words).extracting(Word::sentence).containsExactly(0, 0, 0, 0, 1);
    assertThat(words).extracting(Word::clause).containsExactly(0, 0, 1, 1, 2);
    assertThat(words).extracting(Word::capital).containsExactly(false, false, true, false, true);
  }

  @Test
  void wideLettersAreReadAsPlainOnes() {
    assertThat(Words.plain("\uFF37\uFF41\uFF4E\uFF54")).isEqualTo("want");
  }

  @Test
  void signsAloneAreNoWordsAndLengthIsLimited() {
    assertThat(Words.of(" '' .. \uD83D\uDE00 \uD800")).isEmpty();
    assertThat(Words.of("a ".repeat(100_000))).hasSize(2_000);
  }

  @Test
  void lettersLetEverythingPassThatIsNearEnough() {
    assertThat(Edits.mayBeWithin(Edits.letters("alton"), Edits.letters("alten"), 1)).isTrue();
    assertThat(Edits.mayBeWithin(Edits.letters("alton"), Edits.letters("notla"), 0)).isTrue();
    assertThat(Edits.mayBeWithin(Edits.letters("alton"), Edits.letters("reading"), 1)).isFalse();
  }

  @Test
  void editsAreCounted() {
    assertThat(Edits.within("fareham", "farham", 1)).isTrue();
    assertThat(Edits.within("petersfield", "petersfeild", 1)).isTrue();
    assertThat(Edits.within("andover", "andvoer", 1)).isTrue();
    assertThat(Edits.within("alton", "alten", 1)).isTrue();
    assertThat(Edits.within("alton", "elten", 1)).isFalse();
    assertThat(Edits.within("alton", "elten", 2)).isTrue();
    assertThat(Edits.within("alton", "altonses", 2)).isFalse();
    assertThat(Edits.within("abcd", "badc", 1)).isFalse();
    assertThat(Edits.within("abcd", "bcde", 1)).isFalse();
    assertThat(Edits.within("", "", 0)).isTrue();
    assertThat(Edits.forms("abc", 1)).containsExactlyInAnyOrder("abc", "bc", "ac", "ab");
  }

  @Test
  void everydayWordsAreKnownAndPlacesAreNot() {
    OrdinaryWords words = OrdinaryWords.with("zebra"::equals);

    assertThat(words.knows("hook")).isTrue();
    assertThat(words.knows("martin")).isTrue();
    assertThat(words.knows("zebra")).isTrue();
    assertThat(words.knows("fareham")).isFalse();
    assertThat(words.isVeryCommon("weeks")).isTrue();
    assertThat(words.isVeryCommon("hook")).isFalse();
    assertThat(words.isFirstName("shirley")).isTrue();
  }
}
