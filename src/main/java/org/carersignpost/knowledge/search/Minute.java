package org.carersignpost.knowledge.search;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Signpost;

/// What depends on the time of day, in one minute: whether services are open and what carers are
/// offered, each worked out when it is first asked for.
///
/// Hours begin and end on whole minutes, so what is true at its beginning holds for all of it.
final class Minute {
  private final LocalDateTime start;
  private final Signposts signposts;
  private final AtomicReferenceArray<OpeningState> openings;
  private final AtomicReferenceArray<Signpost> offers;

  /// @param now a local time in the minute
  /// @param services how many there are
  Minute(LocalDateTime now, Signposts signposts, int services) {
    this.start = now.truncatedTo(ChronoUnit.MINUTES);
    this.signposts = signposts;
    this.openings = new AtomicReferenceArray<>(services);
    this.offers = new AtomicReferenceArray<>(services);
  }

  LocalDate today() {
    return start.toLocalDate();
  }

  boolean holdsAt(LocalDateTime now) {
    return start.equals(now.truncatedTo(ChronoUnit.MINUTES));
  }

  /// Whether it is open: its best number, or the service itself when it has none.
  OpeningState opening(Listing listing) {
    return kept(openings, listing, one -> signposts.opening(one, start));
  }

  /// What a carer is offered.
  Signpost signpost(Listing listing) {
    return kept(offers, listing, one -> signposts.of(one, start));
  }

  private static <T> T kept(
      AtomicReferenceArray<T> all, Listing listing, Function<Listing, T> made) {
    T known = all.get(listing.ordinal());
    if (known != null) {
      return known;
    }
    T value = made.apply(listing);
    all.set(listing.ordinal(), value);
    return value;
  }
}
