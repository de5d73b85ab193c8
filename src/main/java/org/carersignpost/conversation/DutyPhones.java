package org.carersignpost.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.Prompts;
import org.carersignpost.handoff.Teams;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.OutgoingText;
import org.carersignpost.outbox.Purpose;

/// Tells the duty phone of a crisis that nobody has taken. The text says nothing of the carer.
final class DutyPhones implements ConversationStore.Alarms {
  /// The field of the conversation, in clear, that names the alarm as long as nobody has taken it;
  /// `save.lua` writes and clears it.
  private static final String FIELD = "alarm";

  private final Teams teams;
  private final Supplier<Prompts> prompts;
  private final String publicUrl;
  private final Duration after;

  DutyPhones(Teams teams, Supplier<Prompts> prompts, String publicUrl, Duration after) {
    this.teams = teams;
    this.prompts = prompts;
    this.publicUrl = publicUrl;
    this.after = after;
  }

  @Override
  public Optional<OutgoingText> textFor(Conversation crisis, Instant at) {
    String team = crisis.routing().map(Conversation.Routing::team).orElse("");
    return teams.dutyPhone(team).map(phone -> text(crisis.id().value(), phone, at));
  }

  private OutgoingText text(String conversation, String phone, Instant at) {
    OutgoingId id = OutgoingId.make(conversation);
    Map<String, String> values =
        Map.of(
            "minutes",
            Long.toString(Math.max(1, after.toMinutes())),
            "url",
            publicUrl + "/console/conversations/" + conversation);
    return new OutgoingText(
        id,
        conversation,
        phone,
        prompts.get().text(Prompt.ALARM_CRISIS, values),
        Purpose.ALERT,
        Optional.empty(),
        at.plus(after),
        Optional.of(new OutgoingText.Condition(FIELD, id.value())));
  }
}
