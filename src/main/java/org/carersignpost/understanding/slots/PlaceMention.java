package org.carersignpost.understanding.slots;

import java.util.Optional;
import org.carersignpost.dialogue.Place;

/// A place named in an utterance.
///
/// @param first its first word
/// @param last its last word
/// @param misspelt whether it was written otherwise
/// @param postcode the whole postcode if it was given
record PlaceMention(
    Place place, int first, int last, boolean misspelt, Optional<String> postcode) {}
