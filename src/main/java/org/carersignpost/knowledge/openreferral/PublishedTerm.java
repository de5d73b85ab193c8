package org.carersignpost.knowledge.openreferral;

import java.util.Optional;
import java.util.UUID;

/// A term of a taxonomy.
///
/// @param taxonomy its id
/// @param parent the id of the term above it
record PublishedTerm(Item item, UUID taxonomy, Optional<UUID> parent) {}
