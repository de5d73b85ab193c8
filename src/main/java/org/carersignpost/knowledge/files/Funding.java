package org.carersignpost.knowledge.files;

import java.util.UUID;

/// Who pays for a service.
///
/// @param id stable
/// @param source the payer's name
public record Funding(UUID id, String source) implements OpenReferral {}
