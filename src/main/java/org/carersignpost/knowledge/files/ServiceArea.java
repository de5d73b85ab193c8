package org.carersignpost.knowledge.files;

import java.util.Optional;
import java.util.UUID;

/// Where a service is available: one of the [Areas].
///
/// @param id stable
/// @param name the area's name
/// @param extent the area's code
/// @param extentType always `ons_code`
/// @param uri page of the code
public record ServiceArea(
    UUID id, String name, String extent, String extentType, Optional<String> uri)
    implements OpenReferral {}
