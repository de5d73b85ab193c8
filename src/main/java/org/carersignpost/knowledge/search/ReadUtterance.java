package org.carersignpost.knowledge.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;

/// An utterance, read for search.
///
/// @param parts its telling words and phrases with their synonyms, of no field, in order
/// @param telling its terms that say something, each once
record ReadUtterance(List<Query> parts, Set<String> telling) {}
