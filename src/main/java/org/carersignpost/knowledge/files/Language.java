package org.carersignpost.knowledge.files;

import java.util.Optional;
import java.util.UUID;

/// A language that is spoken.
///
/// @param id stable
/// @param code ISO 639, two or three letters
/// @param name in English
/// @param note anything else
public record Language(UUID id, String code, String name, Optional<String> note)
    implements OpenReferral {}
