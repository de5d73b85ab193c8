package org.carersignpost.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xmlunit.builder.DiffBuilder;

class TwimlTests {
  @Test
  void severalTextsAreSeveralMessages() {
    assertSame(
        "<Response><Message>One.</Message><Message>Two.</Message></Response>",
        Twiml.messages(List.of("One.", "Two.")));
  }

  @Test
  void eachTextSaysWhereItsOwnFateIsTold() {
    assertSame(
        "<Response><Message statusCallback=\"https://a.org/s?m=1&amp;part=0\">One.</Message>"
            + "<Message statusCallback=\"https://a.org/s?m=1&amp;part=2\">Two.</Message></Response>",
        Twiml.messages(List.of("One.", " ", "Two."), Optional.of("https://a.org/s?m=1&part=")));
  }

  @Test
  void silenceIsAnEmptyResponse() {
    assertSame("<Response/>", Twiml.messages(List.of()));
    assertSame("<Response/>", Twiml.messages(List.of("", " \n")));
  }

  @Test
  void markupIsEscaped() {
    assertSame(
        "<Response><Message>&lt;Hangup/&gt; &amp; \"it's\" ]]&gt;</Message></Response>",
        Twiml.messages(List.of("<Hangup/> & \"it's\" ]]>")));
  }

  @Test
  void linesCharactersAndPicturesInTextAreKept() {
    String text = "1. Caf\u00e9 \u00a35\n2. \ud83d\ude00 \u0645\u0631\u062d\u0628\u0627";

    assertSame(
        "<Response><Message>" + text + "</Message></Response>", Twiml.messages(List.of(text)));
  }

  @Test
  void whatXmlCannotHoldIsLeftOut() {
    assertSame(
        "<Response><Message>abcdef</Message></Response>",
        Twiml.messages(List.of("a\u0000b\u0007c\u001bd\ud83de\uffff" + "f\udc00")));
  }

  @Test
  void noMessageIsLongerThanTwilioTakes() {
    String twiml = Twiml.messages(List.of("a".repeat(1601)));

    assertSame("<Response><Message>" + "a".repeat(1600) + "</Message></Response>", twiml);
  }

  static void assertSame(String expected, String actual) {
    assertThat(
            DiffBuilder.compare(expected)
                .withTest(actual)
                .checkForSimilar()
                .build()
                .getDifferences())
        .as(actual)
        .isEmpty();
  }
}
