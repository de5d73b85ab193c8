package org.carersignpost.knowledge.files;

import java.util.Optional;
import java.util.UUID;

/// A word of a taxonomy, as services carry it.
///
/// @param id stable, and the same in each service
/// @param name to be shown
/// @param description what it means
/// @param taxonomy `carer-needs` for our [Taxonomy]
/// @param code its id there, such as `breaks-respite`
/// @param parentId the term above it
/// @param termUri its page
public record TaxonomyTerm(
    UUID id,
    String name,
    String description,
    String taxonomy,
    String code,
    Optional<UUID> parentId,
    Optional<String> termUri)
    implements OpenReferral {}
