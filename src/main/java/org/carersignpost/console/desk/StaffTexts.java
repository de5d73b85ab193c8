package org.carersignpost.console.desk;

import java.util.List;
import java.util.Optional;
import org.carersignpost.console.Problems;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.outbox.Delivery;
import org.carersignpost.outbox.Outbox;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The texts on their way to carers, and what staff do about those that do not arrive.
///
/// A text is seen by whoever may see its conversation. While the store is away every method ends in
/// a [org.springframework.dao.DataAccessException].
@Component
public class StaffTexts {

  private final Outbox outbox;
  private final StaffDesk desk;
  private final Audit audit;

  StaffTexts(Outbox outbox, StaffDesk desk, Audit audit) {
    this.outbox = outbox;
    this.desk = desk;
    this.audit = audit;
  }

  /// A text that did not arrive, or may not have.
  ///
  /// @param conversation the conversation it belongs to
  public record Troubled(Delivery delivery, ConversationSummary conversation) {}

  /// The texts that staff should look at, newest first.
  public List<Troubled> troubled(StaffMember who) {
    audit.write(who, AuditAction.LIST);
    return outbox.troubled(Outbox.MOST_TROUBLED).stream()
        .flatMap(delivery ->
            desk.found(who, delivery.conversation())
                .map(conversation -> new Troubled(delivery, conversation)))
        .toList();
  }

  /// Takes back a text that still waits.
  ///
  /// @return whether it will not be sent any more
  /// @throws org.springframework.web.ErrorResponseException 404 if there is no such text for them,
  ///   409 if a colleague has the conversation
  public boolean cancel(StaffMember who, String text) {
    return outbox.cancel(allowed(who, text, AuditAction.CANCEL_TEXT));
  }

  /// Sends a text again that did not arrive, or may not have.
  ///
  /// @return whether it is queued again
  /// @throws org.springframework.web.ErrorResponseException 404 if there is no such text for them,
  ///   409 if a colleague has the conversation
  public boolean sendAgain(StaffMember who, String text) {
    return outbox.sendAgain(allowed(who, text, AuditAction.SEND_AGAIN));
  }

  /// Takes a text out of the list of those that staff should look at.
  ///
  /// @throws org.springframework.web.ErrorResponseException 404 if there is no such text for them
  public void acknowledge(StaffMember who, String text) {
    outbox.acknowledge(allowed(who, text, AuditAction.REVIEW));
  }

  private OutgoingId allowed(StaffMember who, String text, AuditAction action) {
    Delivery delivery =
        Optional.of(text)
            .filter(OutgoingId::isOne)
            .map(OutgoingId::new)
            .flatMap(outbox::find)
            .orElseThrow(StaffTexts::missing);
    ConversationSummary conversation =
        desk.found(who, delivery.conversation()).findFirst().orElseThrow(StaffTexts::missing);
    if (action != AuditAction.REVIEW) {
      requireMayWrite(who, conversation);
    }
    audit.write(who, action, conversation.id(), conversation.team());
    return delivery.id();
  }

  /// Only whoever has a conversation writes to its carer; a supervisor may step in.
  private void requireMayWrite(StaffMember who, ConversationSummary conversation) {
    conversation
        .owner()
        .filter(owner -> !owner.equals(who.name()) && !who.is(Role.SUPERVISOR))
        .ifPresent(owner -> {
          throw Problems.of(
              HttpStatus.CONFLICT,
              desk.nameOf(owner) + " has this conversation. Ask them, or take it first.");
        });
  }

  private static RuntimeException missing() {
    return Problems.notFound("There is no such text.");
  }
}
