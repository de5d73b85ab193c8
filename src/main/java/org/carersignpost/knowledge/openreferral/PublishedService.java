package org.carersignpost.knowledge.openreferral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carersignpost.knowledge.files.Schedule;

/// An active service as it is published, and what it can be chosen by.
///
/// @param organization who runs it
/// @param terms ids of its taxonomy terms
/// @param taxonomies ids of the taxonomies they are of
/// @param minimumAge in years
/// @param maximumAge in years
/// @param schedules its own and those of its phones
/// @param dated the day of its last change as far as its file says, or of its newest source
record PublishedService(
    Item item,
    UUID organization,
    Set<UUID> terms,
    Set<UUID> taxonomies,
    Optional<Integer> minimumAge,
    Optional<Integer> maximumAge,
    List<Schedule> schedules,
    Optional<LocalDate> dated) {}
