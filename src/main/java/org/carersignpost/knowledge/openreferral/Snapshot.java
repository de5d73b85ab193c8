package org.carersignpost.knowledge.openreferral;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;

/// Everything that is published of one state of the knowledge base, by id and in the order of
/// lists.
///
/// @param version of the knowledge base
/// @param since from when this copy of the service has told it
record Snapshot(
    String version,
    Instant since,
    SequencedMap<UUID, PublishedService> services,
    SequencedMap<UUID, PublishedSite> sites,
    SequencedMap<UUID, PublishedOrganization> organizations,
    SequencedMap<UUID, Item> taxonomies,
    SequencedMap<UUID, PublishedTerm> terms) {

  /// What came before the first.
  static final Snapshot NONE =
      new Snapshot(
          "",
          Instant.EPOCH,
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>());

  /// The earlier item of an id in one of the maps.
  static <T> Optional<Item> itemIn(Map<UUID, T> records, UUID id, Function<T, Item> item) {
    return Optional.ofNullable(records.get(id)).map(item);
  }

  /// Records by their ids, in the order of lists.
  static <T> SequencedMap<UUID, T> inOrder(Collection<T> records, Function<T, Item> item) {
    SequencedMap<UUID, T> ordered = new LinkedHashMap<>();
    records.stream()
        .sorted((a, b) -> Item.ORDER.compare(item.apply(a), item.apply(b)))
        .forEach(record -> ordered.put(item.apply(record).id(), record));
    return ordered;
  }
}
