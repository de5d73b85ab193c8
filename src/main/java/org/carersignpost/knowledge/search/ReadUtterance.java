package org.carersignpost.knowledge.search;

import java.util.List;
import java.util.Set;

/// An utterance, read for search.
///
/// @param parts its telling words and phrases with their synonyms, in order
/// @param telling its terms that say something, each once
record ReadUtterance(List<Part> parts, Set<String> telling) {}
