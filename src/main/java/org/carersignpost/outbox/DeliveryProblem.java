package org.carersignpost.outbox;

import java.util.Map;
import java.util.Optional;

/// Why a text did not arrive, and what staff should do about it, in plain words.
///
/// @param happened what is known, one or two sentences
/// @param advice what to do now, one or two sentences
public record DeliveryProblem(String happened, String advice) {
  private static final String RING = "Ring them instead.";
  private static final String TRY_LATER = "Send it again later, or ring them.";
  private static final String CHECK_NUMBER =
      "Check the number, and find another way to reach them.";
  private static final String ADMIN =
      "Tell whoever runs this service. Until it is put right, ring the people concerned.";

  private static final DeliveryProblem OPTED_OUT =
      new DeliveryProblem(
          "The carer has opted out of our texts and has not written since.",
          "Do not text them. They can be answered as soon as they write to us again.");
  private static final DeliveryProblem REWRITE =
      new DeliveryProblem(
          "The phone companies held it back as unwanted advertising.",
          "Write it again in other words, without links, and send that.");
  private static final DeliveryProblem LANDLINE =
      new DeliveryProblem("The number is a landline, which takes no texts.", RING);
  private static final DeliveryProblem OUR_NUMBER =
      new DeliveryProblem("Our own number is not set up to send this text.", ADMIN);
  private static final DeliveryProblem OUR_ACCOUNT =
      new DeliveryProblem("The text message company does not let us in.", ADMIN);
  private static final DeliveryProblem TOO_MANY =
      new DeliveryProblem("Too many texts were waiting to be sent.", TRY_LATER);
  private static final DeliveryProblem UNKNOWN =
      new DeliveryProblem(
          "Nobody can say whether it was sent: the connection broke at the wrong moment.",
          "Ask them whether they got it. Send it again if it matters and twice does no harm.");
  private static final DeliveryProblem ANY =
      new DeliveryProblem("It could not be delivered.", TRY_LATER);

  private static final Map<Integer, DeliveryProblem> BY_CODE =
      Map.ofEntries(
          Map.entry(
              21610,
              new DeliveryProblem(
                  "The carer has opted out with their phone company.",
                  "Ring them instead. Texts reach them again only after they text START to us.")),
          Map.entry(21211, new DeliveryProblem("There is no such phone number.", CHECK_NUMBER)),
          Map.entry(21614, new DeliveryProblem("The number is not a mobile's.", RING)),
          Map.entry(
              21612, new DeliveryProblem("No phone company carries texts to this number.", RING)),
          Map.entry(
              21408,
              new DeliveryProblem(
                  "We are not allowed to text numbers of that country.",
                  "Ring them, or ask whoever runs this service to allow that country.")),
          Map.entry(
              21617,
              new DeliveryProblem(
                  "The text was too long.", "Write it again in less than 1,600 characters.")),
          Map.entry(21212, OUR_NUMBER),
          Map.entry(21606, OUR_NUMBER),
          Map.entry(21611, TOO_MANY),
          Map.entry(20003, OUR_ACCOUNT),
          Map.entry(30002, OUR_ACCOUNT),
          Map.entry(20429, TOO_MANY),
          Map.entry(30001, TOO_MANY),
          Map.entry(
              30003,
              new DeliveryProblem(
                  "The phone could not be reached: it may be off or without signal.", TRY_LATER)),
          Map.entry(30004, new DeliveryProblem("The phone or its company blocks our texts.", RING)),
          Map.entry(
              30005,
              new DeliveryProblem("The number is not in use, or not any more.", CHECK_NUMBER)),
          Map.entry(30006, LANDLINE),
          Map.entry(30007, REWRITE),
          Map.entry(
              30008,
              new DeliveryProblem("The phone company did not say why it failed.", TRY_LATER)),
          Map.entry(
              63016,
              new DeliveryProblem(
                  "On WhatsApp we may write only within a day of the carer's last message.",
                  "Wait until they write, or ring them.")));

  /// The words for a code of the carrier.
  public static DeliveryProblem ofCode(int code) {
    return BY_CODE.getOrDefault(code, ANY);
  }

  /// The words for a text in this state; empty if nothing is wrong with it.
  static Optional<DeliveryProblem> of(
      DeliveryState state, Optional<Integer> error, Optional<Reason> reason) {
    return switch (state) {
      case QUEUED, SENDING, ACCEPTED, SENT, DELIVERED -> Optional.empty();
      case UNKNOWN -> Optional.of(UNKNOWN);
      case UNDELIVERED -> Optional.of(error.map(DeliveryProblem::ofCode).orElse(ANY));
      case FAILED, CANCELLED ->
          error.map(DeliveryProblem::ofCode).or(() -> Optional.of(ofReason(reason)));
    };
  }

  private static DeliveryProblem ofReason(Optional<Reason> reason) {
    return switch (reason.orElse(null)) {
      case null -> ANY;
      case OPTED_OUT -> OPTED_OUT;
      case CONDITION ->
          new DeliveryProblem(
              "It was not sent because it was no longer needed.", "There is nothing to do.");
      case STAFF ->
          new DeliveryProblem("It was taken back before it was sent.", "There is nothing to do.");
      case GAVE_UP ->
          new DeliveryProblem(
              "The text message company could not take it for a long time.", TRY_LATER);
      case UNREADABLE ->
          new DeliveryProblem("The text can no longer be read by this service.", ADMIN);
    };
  }
}
