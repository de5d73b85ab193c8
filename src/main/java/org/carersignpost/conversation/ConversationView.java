package org.carersignpost.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carersignpost.conversation.store.Arrivals;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.conversation.store.StoredMessage;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Ownership;

/// One conversation with its messages, as staff see it. It never holds the carer's number.
///
/// @param id the pseudonym that names it
/// @param state `bot`, `waiting`, `staff` or `closed`
/// @param owner the account name of the staff member who has it
/// @param team the id of the team it belongs to
/// @param priority `normal`, `urgent` or `crisis`
/// @param topics what it has been about, newest first
/// @param place where the carer or the person cared for is
/// @param lastMessageAt when the carer last wrote
/// @param owedSince since when the carer has waited for a person's answer
/// @param callBack when the carer wants to be rung back, in their words or ours, if they do
/// @param claimedAt when the owner took it
/// @param replyOwed of a closed one, whether staff still owe an answer
/// @param phone `mobile`, `landline` or `withheld`
/// @param numberEnds the last three digits of the number, to tell carers apart
/// @param optedOut whether we may not start anything
/// @param relation who is cared for
/// @param youngCarer whether the carer is under 18
/// @param conditions what the person cared for lives with
/// @param offered ids of the services in the last answer
/// @param offeredBefore ids of other services offered for the same need
/// @param lastLine the number of the last line, for what is done upon it
/// @param messages what carer, service and staff said, in order, at most the last 2,000 lines
/// @param notes what staff wrote for each other
/// @param events what happened to the conversation
public record ConversationView(
    String id,
    String state,
    Optional<String> owner,
    Optional<String> team,
    String priority,
    List<String> topics,
    Optional<String> place,
    Instant lastMessageAt,
    Optional<Instant> owedSince,
    Optional<String> callBack,
    Optional<Instant> claimedAt,
    boolean replyOwed,
    String phone,
    Optional<String> numberEnds,
    boolean optedOut,
    Optional<String> relation,
    Optional<Boolean> youngCarer,
    List<String> conditions,
    List<String> offered,
    List<String> offeredBefore,
    long lastLine,
    List<MessageView> messages,
    List<NoteView> notes,
    List<EventView> events) {
  private static final int DIGITS_SHOWN = 3;

  public ConversationView {
    messages = List.copyOf(messages);
    notes = List.copyOf(notes);
    events = List.copyOf(events);
  }

  /// What one staff member wrote for others.
  ///
  /// @param line its place among all lines
  public record NoteView(long line, Instant at, String by, String text) {}

  /// What happened.
  ///
  /// @param line its place among all lines
  /// @param what as [org.carersignpost.dialogue.StaffTurn.Happened] has it
  public record EventView(long line, Instant at, String by, String what) {}

  static ConversationView of(Stored stored, Deliveries deliveries) {
    ConversationSummary summary = ConversationSummary.of(stored);
    Conversation conversation = stored.conversation();
    Optional<Conversation.Offer> offer = conversation.offer();
    List<String> shown = offer.map(Conversation.Offer::shown).orElse(List.of());
    return new ConversationView(
        summary.id(),
        summary.state(),
        summary.owner(),
        summary.team(),
        summary.priority(),
        summary.topics(),
        summary.place(),
        summary.lastMessageAt(),
        summary.owedSince(),
        summary.callBack(),
        claimedAt(conversation.ownership()),
        conversation.ownership() instanceof Ownership.Closed(_, var replyOwed) && replyOwed,
        phone(stored),
        stored.number().map(ConversationView::ending),
        conversation.optedOut(),
        conversation.slots().relation(),
        conversation.slots().youngCarer(),
        conversation.slots().conditions(),
        shown,
        offer.map(Conversation.Offer::seen).orElse(List.of()).stream()
            .filter(service -> !shown.contains(service))
            .toList(),
        stored.sequence(),
        messages(stored, deliveries),
        notes(stored),
        events(stored));
  }

  private static Optional<Instant> claimedAt(Ownership ownership) {
    return ownership instanceof Ownership.Staff staff
        ? Optional.of(staff.since())
        : Optional.empty();
  }

  static String ending(String number) {
    return number.substring(Math.max(0, number.length() - DIGITS_SHOWN));
  }

  /// The kind of phone of the last message; without a number nothing can be sent, whatever it was.
  private static String phone(Stored stored) {
    InboundMessage.Sender last =
        stored.messages().reversed().stream()
            .flatMap(message -> message.heard().stream())
            .map(StoredMessage.Heard::from)
            .findFirst()
            .orElse(InboundMessage.Sender.MOBILE);
    return (stored.number().isEmpty() ? InboundMessage.Sender.WITHHELD : last)
        .name()
        .toLowerCase(Locale.ROOT);
  }

  /// The service's answers stand right after the message they answer.
  private static List<MessageView> messages(Stored stored, Deliveries deliveries) {
    List<MessageView> messages = new ArrayList<>();
    Optional<MessageId> answered = Optional.empty();
    int part = 0;
    for (StoredMessage message : stored.messages()) {
      switch (message.from()) {
        case CARER -> {
          answered = message.heard().map(StoredMessage.Heard::id);
          part = 0;
          messages.add(MessageView.of(message, Optional.empty()));
        }
        case BOT -> {
          // What a caller asked to have as a text is no part of the answer.
          if (isText(message)) {
            messages.add(MessageView.of(message, fate(message, deliveries)));
          } else {
            int its = part++;
            messages.add(
                MessageView.of(
                    message,
                    answered
                        .map(id -> deliveries.answers().get(new Arrivals.Part(id, its)))
                        .map(MessageView.Fate::of)));
          }
        }
        case STAFF -> messages.add(MessageView.of(message, fate(message, deliveries)));
        case NOTE, EVENT -> {}
      }
    }
    return messages;
  }

  private static boolean isText(StoredMessage message) {
    return message.written().flatMap(StoredMessage.Written::outgoing).isPresent();
  }

  private static Optional<MessageView.Fate> fate(StoredMessage text, Deliveries deliveries) {
    return text.written()
        .flatMap(StoredMessage.Written::outgoing)
        .map(id -> deliveries.texts().get(id))
        .map(MessageView.Fate::of);
  }

  private static List<NoteView> notes(Stored stored) {
    return stored.messages().stream()
        .filter(message -> message.from() == StoredMessage.Author.NOTE)
        .map(note -> new NoteView(note.sequence(), note.at(), by(note), note.text()))
        .toList();
  }

  private static List<EventView> events(Stored stored) {
    return stored.messages().stream()
        .filter(message -> message.from() == StoredMessage.Author.EVENT)
        .map(event -> new EventView(event.sequence(), event.at(), by(event), event.text()))
        .toList();
  }

  private static String by(StoredMessage message) {
    return message.written().map(StoredMessage.Written::by).orElse("");
  }
}
