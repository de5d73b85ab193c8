package org.carersignpost.dialogue.call;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallMenu;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.OpeningWords;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.Prompts;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.dialogue.Spoken;

/// All that one step of a call may look at.
///
/// @param conversation as it was before this step
/// @param call the call, as it was before this step
/// @param message what came
/// @param step which step it is
/// @param meaning what the words mean; nothing for keys and silence
record Scene(
    Conversation conversation,
    Call call,
    InboundMessage message,
    CallStep step,
    Interpretation meaning,
    Circumstances circumstances,
    ServiceDirectory directory,
    Prompts prompts,
    CallMenu menu) {

  private static final String WATCHED = "domestic-abuse";

  String say(Prompt prompt) {
    return say(prompt, Map.of());
  }

  String say(Prompt prompt, Map<String, String> values) {
    return prompts.speech(prompt, values);
  }

  /// A moment for the ear.
  String when(LocalDateTime at) {
    return OpeningWords.spoken(at, circumstances.now().toLocalDate());
  }

  boolean isWithheld() {
    return message.from() == InboundMessage.Sender.WITHHELD;
  }

  /// Whether details may be texted to the caller's phone: a mobile that shows its number, that
  /// nobody else may be reading, and whose owner has not asked us to stop.
  boolean mayText() {
    return message.from() == InboundMessage.Sender.MOBILE
        && circumstances.hasMemory()
        && !conversation.optedOut()
        && !conversation.topics().contains(WATCHED);
  }

  /// What the caller may choose instead of waiting for a person.
  Spoken.Instead instead() {
    if (isWithheld()) {
      return Spoken.Instead.NOTHING;
    }
    return mayText() ? Spoken.Instead.CALL_BACK_OR_TEXT : Spoken.Instead.CALL_BACK;
  }

  /// The service that was read out last.
  Optional<Signpost> service() {
    return conversation.offer().map(Conversation.Offer::shown).orElse(List.of()).stream()
        .findFirst()
        .flatMap(id -> directory.signpost(id, circumstances.now()));
  }

  Scene with(Conversation next) {
    return new Scene(next, call, message, step, meaning, circumstances, directory, prompts, menu);
  }

  Scene with(Call next) {
    return new Scene(
        conversation, next, message, step, meaning, circumstances, directory, prompts, menu);
  }
}
