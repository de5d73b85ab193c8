package org.carersignpost.knowledge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The counts are those of the Oxford dictionaries' pronunciations.
class SyllablesTests {

  @ParameterizedTest
  @CsvSource({
    "1, the cares care cared make makes made time times help helped walks talked asked rained worked",
    "1, through thought free fee eye eyes ease please house clothes leaves lives once since else",
    "2, carer carers people service children person number nothing something council money mother",
    "2, father somewhere without someone needed wanted ended started hated noted places houses",
    "2, sentence nurses uses changes wages pages little table able simple trouble middle caring",
    "2, being doing going trying quiet science dual poem fluid giant client diet riot reply rely",
    "2, supply doctor hospice respite advice support before themselves herself yourself homeless",
    "2, safely lonely closely useful careful statement movement homework sometimes hundred isn't",
    "3, hospital benefits services counselling together another carefully disabled allowance",
    "3, attendance assessment advocate deputy telephone understand remember period idea area quietly",
    "3, lioness video museum influence sincerely completely appointments conditions anyone",
    "4, emergency material situation education information available independent society eligible",
    "4, reality authority original certificate anxiety community emergencies anybody",
    "5, university disability opportunity electricity accommodation individual hospitality"
  })
  void wordsHaveAsManySyllablesAsPeopleSay(int syllables, String words) {
    for (String word : words.split(" ", 0)) {
      assertThat(Syllables.count(word)).as(word).isEqualTo(syllables);
    }
  }

  @Property(tries = 500)
  void whateverIsWrittenHasAFewSyllables(@ForAll String word) {
    assertThat(Syllables.count(word)).isBetween(1, 15);
  }
}
