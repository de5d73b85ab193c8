package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import org.carersignpost.dialogue.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationsTests {
  /// Who is cared for; `-` stands for nobody.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          i look after my mil | parent-in-law
          my M.I.L has altzimers | parent-in-law
          my husbands mum has parkinsens | parent-in-law
          my wife and i look after her mum | parent-in-law
          my mum-in-law moved in with us | parent-in-law
          my old man has dementia | father
          hubby has MND | husband
          hubbys got MND | husband
          my husband's care | husband
          is there a group for husbands | -
          my friend's determined to cope | friend
          i dont have time for friends | -
          stepdad has COPD | father
          my nan has alzeimers | grandparent
          my 9yr old has autism | child
          im mum to a boy with autism | son
          my sister helps with mum | mother
          my sister lives in Poole and cant help with mum | mother
          my daughter is 14 and helps me with mum | mother
          my dad died last year, now mum needs help | mother
          since dad died mum cant cope | mother
          i lost my dad and now im looking after mum | mother
          mothers drinking since dad died | mother
          my mum died last week | -
          my husband passed away in may and i feel lost | -
          i cared for my wife for 10 years. she died in may | -
          my mum nearly died | mother
          mum passed her driving test | mother
          pay the pa | -
          my lad's got a brain injury | son
          I am ringing on behalf of my neighbour, she is 91 and her daughter lives in Australia | neighbour
          """)
  void theOneCaredForIsRead(String message, String relation) {
    Slots slots = SlotReading.slots(message);

    assertThat(slots.relation().orElse("-")).isEqualTo(relation);
  }
}
