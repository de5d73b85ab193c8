package org.carersignpost.channel.sms;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.channel.twilio.SenderKinds;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;

/// What we need of an incoming text as Twilio sends it; whatever else comes along is ignored.
///
/// @param messageSid at most 64 printable characters
/// @param from a number, perhaps after `whatsapp:`, or a name
/// @param body the words as sent, perhaps none; [Received] keeps the first 1,600 characters
/// @param mediaCount pictures and sounds, 0 to 99
/// @param optOut what Twilio recognised, and answered, itself
record TwilioSmsForm(
    MessageId messageSid,
    SenderKinds.Caller from,
    String body,
    int mediaCount,
    Optional<InboundMessage.OptOut> optOut) {

  private static final Pattern SID = Pattern.compile("[!-~]{1,64}");
  private static final Pattern COUNT = Pattern.compile("\\s*([0-9]{1,2})\\s*");

  /// Reads the form; empty if `MessageSid`, `From` or `To` is missing or blank, or the SID cannot
  /// be one.
  static Optional<TwilioSmsForm> of(SignedForm form) {
    Optional<String> sid = form.value("MessageSid").filter(value -> SID.matcher(value).matches());
    Optional<String> from = form.value("From").filter(value -> !value.isBlank());
    Optional<String> to = form.value("To").filter(value -> !value.isBlank());
    if (sid.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TwilioSmsForm(
            new MessageId(sid.get()),
            SenderKinds.of(from.get()),
            form.value("Body").orElse(""),
            form.value("NumMedia").map(TwilioSmsForm::count).orElse(0),
            form.value("OptOutType").flatMap(TwilioSmsForm::optOut)));
  }

  Received received() {
    return new Received(
        messageSid, Channel.SMS, from.kind(), from.e164(), body, mediaCount, optOut);
  }

  /// Whether a reply would reach somebody and is ours to give.
  boolean canBeAnswered() {
    return optOut.isEmpty() && from.kind() != InboundMessage.Sender.WITHHELD;
  }

  private static int count(String value) {
    var matcher = COUNT.matcher(value);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static Optional<InboundMessage.OptOut> optOut(String value) {
    return Arrays.stream(InboundMessage.OptOut.values())
        .filter(type -> type.name().equalsIgnoreCase(value.strip()))
        .findFirst();
  }
}
