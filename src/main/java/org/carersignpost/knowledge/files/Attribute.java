package org.carersignpost.knowledge.files;

import java.util.UUID;

/// A taxonomy term that applies to a service: one of its topics.
///
/// @param id stable
/// @param linkId the id of the service
/// @param linkType always `service`
/// @param taxonomyTerm the topic
public record Attribute(UUID id, UUID linkId, String linkType, TaxonomyTerm taxonomyTerm)
    implements OpenReferral {}
