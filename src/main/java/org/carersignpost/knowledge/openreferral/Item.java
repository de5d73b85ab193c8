package org.carersignpost.knowledge.openreferral;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// One record as it is published, in the sizes that programs ask for.
///
/// @param name it is listed under
/// @param full the JSON of the record with everything in it
/// @param direct the same for lists: its own values alone
/// @param words what searches find it by
/// @param since from when this copy of the service has told it word for word like this
record Item(UUID id, String name, byte[] full, byte[] direct, Set<String> words, Instant since) {
  /// Copies of the service begin to tell a change one after the other, and a reader may have met
  /// the last of them just before this one.
  private static final Duration COPIES_DIFFER = Duration.ofDays(1);

  /// The order of every list; no two records are equal in it, so that paging skips none.
  static final Comparator<Item> ORDER =
      Comparator.comparing((Item item) -> item.name().toLowerCase(Locale.ROOT))
          .thenComparing(item -> item.id().toString());

  static Item of(UUID id, String name, ObjectNode full, Set<String> words, Instant since) {
    // Records share most of their words, and hold each only once together.
    Set<String> shared = words.stream().map(String::intern).collect(Collectors.toUnmodifiableSet());
    return new Item(id, name, Trees.bytes(full), Trees.bytes(Trees.direct(full)), shared, since);
  }

  /// As the earlier one if both are word for word the same.
  Item after(Item earlier) {
    return Arrays.equals(full, earlier.full)
        ? new Item(id, name, full, direct, words, earlier.since)
        : this;
  }

  /// The same where it is told with something that is newer.
  Item toldSince(Instant moment) {
    return new Item(id, name, full, direct, words, moment);
  }

  /// Whether somebody who read it at that moment has it as it is.
  boolean isKnownSince(Instant moment) {
    return since.plus(COPIES_DIFFER).isBefore(moment);
  }
}
