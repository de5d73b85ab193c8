package org.carersignpost.channel.voice;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.carersignpost.channel.twilio.SenderKinds;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Heard;

/// What we need of a step of a call as Twilio sends it; whatever else comes along is ignored.
///
/// @param call the network's id of the call
/// @param from who rings
/// @param heard what the step brought
/// @param words what was said, perhaps nothing
record TwilioVoiceForm(String call, SenderKinds.Caller from, Heard heard, String words) {
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern KEYS = Pattern.compile("[0-9*#]+");
  private static final Pattern SHARE = Pattern.compile("(?:0(?:\\.\\d{1,18})?|1(?:\\.0{1,18})?)");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");

  /// Reads the form; empty if `CallSid`, `From` or `To` is missing or cannot be one.
  static Optional<TwilioVoiceForm> of(SignedForm form) {
    Optional<String> call = form.value("CallSid").filter(SID.asMatchPredicate());
    Optional<String> from = form.value("From").filter(value -> !value.isBlank());
    Optional<String> to = form.value("To").filter(value -> !value.isBlank());
    if (call.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Heard heard = heard(form);
    String words = heard instanceof Heard.Words ? form.value("SpeechResult").orElse("") : "";
    return Optional.of(new TwilioVoiceForm(call.get(), SenderKinds.of(from.get()), heard, words));
  }

  /// Whether this may be the network's id of something.
  static boolean isSid(String value) {
    return SID.matcher(value).matches();
  }

  /// The step as it is handed over.
  ///
  /// @param number which step of the call it is
  /// @param part tells it from other requests of the same step; empty for the step itself
  Received received(int number, Heard what, String part) {
    CallStep step = new CallStep(call, number, what);
    return new Received(
        step.id(part),
        Channel.VOICE,
        from.kind(),
        from.e164(),
        words,
        0,
        Optional.empty(),
        Optional.of(step));
  }

  private static Heard heard(SignedForm form) {
    Optional<String> queue = form.value("QueueResult");
    if (queue.isPresent()) {
      return left(queue.get());
    }
    Optional<String> recording = form.value("RecordingSid").filter(SID.asMatchPredicate());
    if (recording.isPresent()) {
      return new Heard.Recorded(recording.get(), seconds(form));
    }
    Optional<String> keys = form.value("Digits").filter(KEYS.asMatchPredicate());
    if (keys.isPresent()) {
      return new Heard.Keys(keys.get());
    }
    return form.value("SpeechResult").filter(words -> !words.isBlank()).isPresent()
        ? new Heard.Words(confidence(form))
        : new Heard.Nothing();
  }

  private static Heard left(String result) {
    return switch (result) {
      case "bridged" -> new Heard.Left(Heard.Left.How.TALKED);
      case "hangup" -> new Heard.Ended();
      default -> new Heard.Left(Heard.Left.How.UNREACHED);
    };
  }

  private static OptionalDouble confidence(SignedForm form) {
    return form.value("Confidence")
        .filter(SHARE.asMatchPredicate())
        .map(value -> OptionalDouble.of(Double.parseDouble(value)))
        .orElseGet(OptionalDouble::empty);
  }

  private static int seconds(SignedForm form) {
    return form.value("RecordingDuration")
        .filter(SECONDS.asMatchPredicate())
        .map(Integer::valueOf)
        .orElse(0);
  }
}
