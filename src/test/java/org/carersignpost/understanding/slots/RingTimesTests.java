package org.carersignpost.understanding.slots;

import static org.assertj.core.api.Assertions.assertThat;

import org.carersignpost.dialogue.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingTimesTests {
  /// When to ring, in the carer's words; `-` stands for nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          please ring me after 6 | after 6
          can someone call me tomorrow morning | tomorrow morning
          call me any day but not tuesdays | any day but not tuesdays
          mornings are best | mornings
          after school | after school
          tuesday after 2 please | tuesday after 2
          i can only talk when she sleeps | when she sleeps
          i get in at 5 so ring after 6 | after 6
          please ring on the 14th | on the 14th
          i cant talk after 6 he is home | -
          ring me after 6, not tuesdays | after 6, not tuesdays
          can you ring between 2 and 4 | between 2 and 4
          ring me tomoz morning b4 school run | tomoz morning b4 school run
          best time is evenings | evenings
          Please phone mornings only, not before 9.30, thanks | mornings only, not before 9.30
          could you get someone to call tomorrow between 10 and 12? | tomorrow between 10 and 12
          i work until 5 can you call me after that | -
          please can somebody ring me. after 6 is best | after 6
          Could an adviser phone me on Tuesday at 10.30am about respite | on Tuesday at 10.30am
          dont ring after 8 | dont ring after 8
          can i talk to someone tomorrow afternoon | tomorrow afternoon
          call me when my husband is asleep | when my husband is asleep
          after 6pm please ring me on 07700 900123 | after 6pm
          please call back at half past six | at half past six
          ring me asap | asap
          ring me between 10 and 12 on weekdays | between 10 and 12 on weekdays
          please phone me first thing tomorrow | first thing tomorrow
          im free after 3, can someone ring | after 3
          i would like a call back on friday morning please | on friday morning
          can u ring me 2moro after 4 | 2moro after 4
          call me at 14:00 | at 14:00
          could someone give me a ring this evening | this evening
          My phone is 07700 900456. Best to ring in the evening after seven | in the evening after seven
          mum rings me at night | -
          she calls me all night | -
          can i ring you after 6 | -
          i rang yesterday morning | -
          they said they would call on monday | -
          i need someone to talk to at night | -
          mum goes to day centre on tuesdays | -
          ring me when you can | -
          can someone ring me about mum who falls at night | -
          hospital appointment on monday, how do we get there | -
          the carer comes at 8 | -
          what time do you open on saturdays | -
          im going under today, proper going under, please can somebody talk to me | -
          ring me on 07700 900123 | -
          """)
  void timeToRingIsRead(String message, String time) {
    Slots slots = SlotReading.slots(message);

    assertThat(slots.ringTime().orElse("-")).isEqualTo(time);
  }
}
