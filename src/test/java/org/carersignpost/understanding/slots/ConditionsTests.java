package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import org.carersignpost.dialogue.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTests {
  /// What the person lives with; `-` stands for nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          dad has altzimers | dementia
          old timers disease | dementia
          he has ms | ms
          she has M.S. and lives in Alton | ms
          the wife has ME | chronic-pain-fatigue
          my daughter has M.E. and cant get up | chronic-pain-fatigue
          she has cfs | chronic-pain-fatigue
          my son has BPD and LD | personality-disorder,learning-disability
          wife has PTSD and my lad has ASC | ptsd,autism
          he has abi after a crash | brain-injury
          c.o.p.d | copd
          my brother has CP | cerebral-palsy
          not just dementia but parkinsons too | dementia,parkinsons
          no, dementia | dementia
          still not getting used to the dementia | dementia
          its vascular dementia and not much else | dementia
          my dad died of cancer, now mum has dementia | dementia
          my dad had MS and died last year, now i care for mum | -
          i miss my mum she had dementia | -
          my late husband had MS | -
          they thought it was dementia but it isnt | -
          they thought it was a stroke but its ms | ms
          they ruled out MS | -
          MS has been ruled out | -
          no sign of dementia | -
          its not dementia or parkinsons | -
          he no longer has cancer | -
          dad had cancer but is clear now | -
          my mum doesnt have dementia | -
          PLEASE HELP ME | -
          can you help ME | -
          Ms Smith said to text | -
          Ms Patel from social services | -
          my daughter Abi is tired | -
          Mrs Parkinson next door | -
          """)
  void conditionsAreRead(String message, String conditions) {
    Slots slots = SlotReading.slots(message);

    assertThat(slots.conditions().isEmpty() ? "-" : String.join(",", slots.conditions()))
        .isEqualTo(conditions);
  }
}
