package org.carersignpost.channel.voice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where one step of a call is asked for: a path on our own address. Twilio signs it, so that
/// neither call nor step can be made up.
///
/// @param call the network's id of the call
/// @param number which step it is, from 1
record StepAddress(String call, int number) {
  private static final Pattern PATH =
      Pattern.compile("/twilio/voice/([A-Za-z0-9_-]{1,64})/(\\d{1,4})(?:/.*)?");

  /// The step of a path such as `/twilio/voice/CA…/3`.
  static Optional<StepAddress> of(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(new StepAddress(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  String path() {
    return "/twilio/voice/" + call + "/" + number;
  }
}
