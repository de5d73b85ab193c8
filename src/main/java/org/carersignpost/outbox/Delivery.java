package org.carersignpost.outbox;

import java.time.Instant;
import java.util.Optional;

/// What has become of one text.
///
/// @param id names it
/// @param conversation the pseudonym of the carer it belongs to
/// @param state how far it has come
/// @param at since when
/// @param due when it will be tried, or was last
/// @param attempts how often it was handed to the carrier
/// @param error the carrier's code, if it told one
/// @param problem what went wrong and what to do, in words for staff
/// @param purpose why it was to be sent
public record Delivery(
    OutgoingId id,
    String conversation,
    DeliveryState state,
    Instant at,
    Instant due,
    int attempts,
    Optional<Integer> error,
    Optional<DeliveryProblem> problem,
    Purpose purpose) {}
