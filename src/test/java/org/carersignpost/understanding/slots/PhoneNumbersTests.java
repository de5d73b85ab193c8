package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import org.carersignpost.dialogue.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTests {
  /// The number to ring the carer on; `-` stands for nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ring me on 07700 900123 | 07700900123
          07700 900123 | 07700900123
          +44 7700 900123 | 07700900123
          0044 7700 900123 | 07700900123
          my number is 07700-900-123 | 07700900123
          07700.900.123 | 07700900123
          call me on +44 (0)7700 900123 after 6 | 07700900123
          oh double seven hundred nine hundred one two three | 07700900123
          my number is oh seven seven double oh nine double oh one two three | 07700900123
          my mobile is zero seven seven hundred, nine hundred, one twenty three | 07700900123
          my landline is 01962 841841 | 01962841841
          you can get me on 02380 123456 in the mornings | 02380123456
          Sue 07700 900123 Alton mum has dementia | 07700900123
          im 14 07700900123 | 07700900123
          i rang 0300 555 1376 but please call me on 07700 900456 | 07700900456
          i rang 07700 900123 and nobody answered | -
          they gave me 01962 841841 but its engaged | -
          ring 0300 555 1376 | -
          is 07700 900123 your number | -
          mums number is 07700 900123 | -
          ring my sister on 07700 900123 | -
          i got a text from 07700900123 | -
          07700 900123 keeps ringing me | -
          nhs number 485 777 3456 | -
          the surgery on 01420 84676 wont help | -
          who is 01420 84676 | -
          0770 090 | -
          07700 900123456 | -
          its 08001234567 | -
          """)
  void carersNumberIsRead(String message, String phone) {
    Slots slots = SlotReading.slots(message);

    assertThat(slots.phone().orElse("-")).isEqualTo(phone);
  }
}
