package org.carersignpost.channel.voice;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Queue;
import com.twilio.twiml.voice.Say;
import java.util.List;
import org.carersignpost.channel.Diction;

/// What staff hear on their phones, as TwiML. It is needed seldom enough for Twilio's SDK to write
/// it.
final class StaffTwiml {
  /// A talk is cut after this long, so that a forgotten line is not open for ever.
  private static final int LONGEST_TALK_SECONDS = 2 * 60 * 60;

  private static final int RINGING_SECONDS = 40;
  private static final int SECONDS_TO_PRESS = 8;

  private final ForTheEar ear;
  private final String voice;
  private final String ourNumber;

  /// @param ourNumber what a carer's phone shows who is rung
  StaffTwiml(Diction diction, VoiceProperties properties, String ourNumber) {
    this.ear = new ForTheEar(diction);
    this.voice = properties.spokenBy();
    this.ourNumber = ourNumber;
  }

  /// The whisper, twice, and what `1` does; whoever presses nothing is not put through.
  String whisper(String words, String pressed) {
    Gather.Builder gather =
        new Gather.Builder()
            .inputs(List.of(Gather.Input.DTMF))
            .numDigits(1)
            .timeout(SECONDS_TO_PRESS)
            .action(pressed)
            .method(HttpMethod.POST);
    for (int times = 0; times < 2; times++) {
      says(words).forEach(gather::say);
      gather.pause(new Pause.Builder().length(1).build());
    }
    return new VoiceResponse.Builder()
        .gather(gather.build())
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  /// Both together.
  String throughTo(String call) {
    Dial dial =
        new Dial.Builder()
            .timeLimit(LONGEST_TALK_SECONDS)
            .queue(new Queue.Builder(call).build())
            .build();
    return new VoiceResponse.Builder()
        .dial(dial)
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  /// Rings the carer, who sees our number and not the staff member's.
  ///
  /// @param unreached what is said if they do not answer
  String ringing(String number, String unreached) {
    Dial.Builder dial =
        new Dial.Builder()
            .timeout(RINGING_SECONDS)
            .timeLimit(LONGEST_TALK_SECONDS)
            .answerOnBridge(true)
            .number(new Number.Builder(number).build());
    if (!ourNumber.isBlank()) {
      dial.callerId(ourNumber);
    }
    VoiceResponse.Builder response = new VoiceResponse.Builder().dial(dial.build());
    says(unreached).forEach(response::say);
    return response.hangup(new Hangup.Builder().build()).build().toXml();
  }

  String goodbye(String words) {
    VoiceResponse.Builder response = new VoiceResponse.Builder();
    says(words).forEach(response::say);
    return response.hangup(new Hangup.Builder().build()).build().toXml();
  }

  /// Ends the call without a word.
  String nothing() {
    return new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();
  }

  private List<Say> says(String words) {
    return ear.pieces(List.of(words)).stream()
        .map(piece ->
            new Say.Builder(piece.words())
                .option("voice", voice)
                .language(Say.Language.EN_GB)
                .build())
        .toList();
  }
}
