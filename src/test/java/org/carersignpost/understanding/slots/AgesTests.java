package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import org.carersignpost.dialogue.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTests {
  /// The age of the carer and that of the person cared for; `-` stands for nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          im 14 | 14 | -
          i'm only 9 | 9 | -
          I'm a 78 year old husband and i look after my wife | 78 | -
          mum is eighty two | - | 82
          my 9yr old has autism | - | 9
          im in year 9 | - | -
          i care for mum 24 hours a day | - | -
          we have been married 30 years and he has dementia | - | -
          my son aged 9 and i need a break | - | 9
          my dad aged 91 lives in alton | - | 91
          My mum, 82, has dementia | - | 82
          my mum (82) has dementia | - | 82
          i am fifty four and my mother is 87 | 54 | 87
          my husband is 79 and I am 77 | 77 | 79
          we're both 78 | 78 | 78
          me and my husband are both 80 | 80 | 80
          im 30 mins away from mum | - | -
          im 100% sure she needs help | - | -
          hes 6 foot 2 and hits me | - | -
          my mum turned 90 last week | - | 90
          she'll be 90 in May | - | -
          my son is turning 18 soon | - | -
          I'm 66 on Sunday | - | -
          82 year old mum with dementia | - | 82
          14 year old carer here | 14 | -
          my 12 year old son has adhd | - | 12
          look after my 12 yr old autistic daughter | - | 12
          my two sons 9 and 11 are both autistic | - | -
          my sister is 14 and i look after her, im 16 | 16 | 14
          he has the mind of a 5 year old | - | -
          i have been caring since i was 9 | - | -
          age 15 and look after dad | 15 | -
          Sibling carer age 9 | 9 | -
          my mum is 2 tired to cook | - | -
          im 2 scared to ask | - | -
          my wife is 101 | - | 101
          i am a hundred and one | 101 | -
          im 5 months pregnant | - | -
          im Sam, 14, i look after my mum | 14 | -
          Im 67. My husband has parkinsons hes 70 | 67 | 70
          i look after an 85 year old lady next door | - | 85
          my age is 13 | 13 | -
          im 16yo | 16 | -
          mum's eighty-two with COPD | - | 82
          my husband who is 83 fell | - | 83
          my brother whos 7 has cp | - | 7
          as a 45 yr old man caring for my dad i feel alone | 45 | -
          hes 24/7 care | - | -
          i live at number 14 | - | -
          dads 91 and wobbly | - | 91
          my daughter's eight and cannot talk | - | 8
          my grandson lives with his mum and he's the one who cooks | - | -
          my mother in law is ninety | - | 90
          my brother who is 40 wont help with mum | - | -
          my son died. he was 24 | - | -
          im 14 07700900123 | 14 | -
          """)
  void agesAreRead(String message, String carers, String caredFors) {
    Slots slots = SlotReading.slots(message);

    assertThat(slots.carersAge().map(String::valueOf).orElse("-")).isEqualTo(carers);
    assertThat(slots.caredForAge().map(String::valueOf).orElse("-")).isEqualTo(caredFors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          im 17 | true
          im 18 | false
          I'm eighty six | false
          my son aged 9 and i need a break | -
          he gets bullied at school because of his autism | -
          i get bullied at school because of mum | true
          no one at school understands his EHCP | -
          im doing my gcses and caring for dad | true
          im over 18 | false
          im in year 5 of caring for mum | -
          we are young carers | true
          """)
  void youngCarersAreKnown(String message, String young) {
    assertThat(SlotReading.slots(message).youngCarer().map(String::valueOf).orElse("-"))
        .isEqualTo(young);
  }
}
