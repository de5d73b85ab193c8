package org.carersignpost.channel.voice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator sets of the phone line (`signpost.voice`).
///
/// @param voice a voice of Twilio's `<Say>` that speaks British English, such as
///   `Polly.Amy-Neural`; blank for the free one
/// @param speechModel the model that turns speech into words, one that fits open talk
/// @param conversationRelay whether talk goes over Twilio's websocket, which needs its own
///   onboarding at Twilio
/// @param longestWait how long a caller waits for a person at most
/// @param longestMessage how long a message may be, at most two minutes
@ConfigurationProperties("signpost.voice")
public record VoiceProperties(
    @DefaultValue("Polly.Amy-Neural") String voice,
    @DefaultValue("experimental_conversations") String speechModel,
    @DefaultValue("false") boolean conversationRelay,
    @DefaultValue("3m") Duration longestWait,
    @DefaultValue("2m") Duration longestMessage) {
  /// Costs nothing, speaks British English, and is always there.
  static final String FREE_VOICE = "woman";

  private static final Duration MOST_MESSAGE = Duration.ofMinutes(2);

  public VoiceProperties {
    if (longestMessage.compareTo(MOST_MESSAGE) > 0 || !longestMessage.isPositive()) {
      throw new IllegalArgumentException("signpost.voice.longest-message is at most 2m");
    }
  }

  String spokenBy() {
    return voice.isBlank() ? FREE_VOICE : voice;
  }
}
