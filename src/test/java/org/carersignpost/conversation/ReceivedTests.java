package org.carersignpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.dialogue.InboundMessage.Sender;
import org.carersignpost.dialogue.MessageId;
import org.junit.jupiter.api.Test;

class ReceivedTests {

  @Test
  void whateverIsTooLongIsCutBetweenCharacters() {
    String face = "\uD83D\uDE00";
    Received received = received(Sender.MOBILE, "a" + face.repeat(1_000));

    assertThat(received.utterance()).isEqualTo("a" + face.repeat(799));
  }

  @Test
  void aWithheldNumberIsNotKeptAndWithoutNumberItIsWithheld() {
    assertThat(received(Sender.WITHHELD, "hello").e164()).isEmpty();
    Received without =
        new Received(
            new MessageId("SM1"),
            Channel.VOICE,
            Sender.MOBILE,
            Optional.empty(),
            "hello",
            0,
            Optional.empty());
    assertThat(without.from()).isEqualTo(Sender.WITHHELD);
  }

  @Test
  void theFixedSentenceIsAnOrdinaryTextOfTwoSegments() {
    assertThat(Gsm7.isGsm7(Fault.SENTENCE)).isTrue();
    assertThat(Gsm7.segments(Fault.SENTENCE)).isEqualTo(2);
    assertThat(Fault.SENTENCE).contains("999", "116 123");
  }

  private static Received received(Sender from, String words) {
    return new Received(
        new MessageId("SM1"),
        Channel.SMS,
        from,
        Optional.of("+447700900123"),
        words,
        0,
        Optional.empty());
  }
}
