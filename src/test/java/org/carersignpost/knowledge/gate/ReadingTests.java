package org.carersignpost.knowledge.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carersignpost.knowledge.files.SmallKnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTests {
  private static Reading read(String text) {
    return Reading.of(text, Names.none());
  }

  @Test
  void theCatOnTheMatIsForThoseWhoCannotReadYet() {
    assertThat(read("The cat sat on the mat.").grade()).isCloseTo(-1.45, within(0.01));
  }

  /// The example of the library flesch-kincaid for JavaScript: 13 words of 26 syllables, 13.08.
  @Test
  void thePlatypusIsAsHardAsPublished() {
    Reading reading =
        read("the australian platypus is seemingly a hybrid of a mammal and reptilian creature");

    assertThat(reading.words()).isEqualTo(13);
    assertThat(reading.syllables()).isEqualTo(26);
    assertThat(reading.grade()).isCloseTo(13.08, within(0.01));
  }

  /// Lincoln's first sentence: 30 words of 48 syllables, counted by hand.
  @Test
  void fourScoreAndSevenYearsIsCountedAsByHand() {
    Reading reading =
        read(
            "Four score and seven years ago our fathers brought forth on this continent, a new"
                + " nation, conceived in liberty, and dedicated to the proposition that all men are"
                + " created equal.");

    assertThat(reading).isEqualTo(new Reading(30, 1, 48));
  }

  @Test
  void numbersAddressesAndBracesCountAsShortWords() {
    assertThat(read("Ring 0300 555 1386 or 116 123.")).isEqualTo(read("Ring it or it."));
    assertThat(read("See www.hants.gov.uk/socialcareandhealth/carers or ask."))
        .isEqualTo(read("See it or ask."));
    assertThat(read("Ring {adults} at 9.30am.")).isEqualTo(read("Ring it at it."));
  }

  @Test
  void namesWithinSentencesCountAsShortWords() {
    assertThat(read("Ring the Samaritans in Hampshire.")).isEqualTo(read("Ring the it in it."));
  }

  @Test
  void namesOfServicesCountAsShortWordsAlsoAtTheBeginning(@TempDir Path folder) {
    Names names = Names.of(new SmallKnowledgeBase(folder).draft());

    assertThat(Reading.of("Riverside Carers helps.", names)).isEqualTo(read("It helps."));
  }

  @Test
  void linesAndColonsEndSentences() {
    assertThat(read("- Ask.\n- Ring us\n\nIt is easy: just say so.").sentences()).isEqualTo(4);
  }

  @Test
  void markdownIsReadAsItsWords() {
    assertThat(read("# **Ask** for [help](https://long.example.org)\n"))
        .isEqualTo(read("Ask for help"));
  }

  @Test
  void textsAddUp() {
    assertThat(read("Ask us.").plus(read("Ring."))).isEqualTo(read("Ask us. Ring."));
  }

  @Property(tries = 500)
  void everyTextHasAnAge(@ForAll String text) {
    assertThat(read(text).age()).isFinite();
  }

  @Property(tries = 500)
  void everyTextTakesSomeTimeToSay(@ForAll String text) {
    assertThat(SpeakingTime.seconds(text)).isFinite().isNotNegative();
  }
}
