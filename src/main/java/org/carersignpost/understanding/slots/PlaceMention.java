package org.carersignpost.understanding.slots;

import org.carersignpost.dialogue.Place;

/// A place named in an utterance.
///
/// @param first its first word
/// @param last its last word
/// @param misspelt whether it was written otherwise
record PlaceMention(Place place, int first, int last, boolean misspelt) {}
