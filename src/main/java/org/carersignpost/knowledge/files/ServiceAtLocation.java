package org.carersignpost.knowledge.files;

import java.util.Optional;
import java.util.UUID;

/// A service at one of its sites, or the way it is reached.
///
/// @param id stable
/// @param serviceId the id of the service
/// @param locationId the id of [#location]
/// @param description what is special there
/// @param location the site
public record ServiceAtLocation(
    UUID id, UUID serviceId, UUID locationId, Optional<String> description, Location location)
    implements OpenReferral {}
