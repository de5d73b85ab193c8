package org.carersignpost.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carersignpost.conversation.store.StoredMessage;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.outbox.Arrival;
import org.carersignpost.outbox.Delivery;
import org.carersignpost.outbox.DeliveryProblem;
import org.carersignpost.outbox.DeliveryState;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.Purpose;

/// One message of a conversation, as staff see it.
///
/// @param at when it was received or written
/// @param from `carer`, `bot` or `staff`
/// @param text the words, perhaps blank
/// @param channel `sms` or `voice`
/// @param delivery what became of it, where that is known: `queued`, `sent`, `delivered`, ...
/// @param by the account name of the staff member who wrote it; `service` for a text that a caller
///   asked the service for
/// @param outgoing names the text on its way, to cancel it or send it again
/// @param due of a text that waits, when it will be sent; of one that was written to be sent later,
///   when that was
/// @param problem what went wrong
/// @param advice what to do about it
/// @param media pictures or sounds that came along
/// @param understood what we made of a carer's words
/// @param line its place among all lines
public record MessageView(
    Instant at,
    String from,
    String text,
    String channel,
    Optional<String> delivery,
    Optional<String> by,
    Optional<String> outgoing,
    Optional<Instant> due,
    Optional<String> problem,
    Optional<String> advice,
    int media,
    Optional<Understood> understood,
    long line) {

  /// What we made of a carer's words.
  ///
  /// @param intent what was wanted most
  /// @param confidence probability of that, 0 to 1
  /// @param topics what it was about, likeliest first
  /// @param place the place that was named
  /// @param risks each danger found and the rule that found it: `crisis suicide (wants_to_die)`
  /// @param decidedBy the policy that answered
  public record Understood(
      String intent,
      double confidence,
      List<String> topics,
      Optional<String> place,
      List<String> risks,
      String decidedBy) {

    private static Understood of(StoredMessage.Heard heard) {
      return new Understood(
          heard.meaning().intent().id(),
          heard.meaning().confidence(),
          heard.meaning().topics().stream().map(TopicScore::topic).toList(),
          heard.meaning().slots().place().map(Place::name),
          heard.meaning().risks().stream()
              .map(risk ->
                  "%s %s (%s)"
                      .formatted(
                          risk.level().name().toLowerCase(Locale.ROOT), risk.kind(), risk.rule()))
              .toList(),
          heard.decidedBy());
    }
  }

  /// What became of it.
  ///
  /// @param due of a text that waits or was to be sent later, when
  record Fate(DeliveryState state, Optional<DeliveryProblem> problem, Optional<Instant> due) {
    static Fate of(Delivery delivery) {
      Optional<Instant> due =
          Optional.of(delivery.due())
              .filter(at ->
                  delivery.state() == DeliveryState.QUEUED
                      || delivery.purpose() == Purpose.FOLLOW_UP);
      return new Fate(delivery.state(), delivery.problem(), due);
    }

    static Fate of(Arrival arrival) {
      return new Fate(arrival.state(), arrival.problem(), Optional.empty());
    }
  }

  static MessageView of(StoredMessage message, Optional<Fate> fate) {
    Optional<DeliveryProblem> problem = fate.flatMap(Fate::problem);
    return new MessageView(
        message.at(),
        message.from().name().toLowerCase(Locale.ROOT),
        message.text(),
        message.channel().name().toLowerCase(Locale.ROOT),
        fate.map(found -> found.state().name().toLowerCase(Locale.ROOT)),
        message.written().map(StoredMessage.Written::by),
        message.written().flatMap(StoredMessage.Written::outgoing).map(OutgoingId::value),
        fate.flatMap(Fate::due),
        problem.map(DeliveryProblem::happened),
        problem.map(DeliveryProblem::advice),
        message.heard().map(StoredMessage.Heard::mediaCount).orElse(0),
        message.heard().map(Understood::of),
        message.sequence());
  }
}
