/// Finds the services and the guide that fit a need, over one Lucene index in memory.
///
/// What is found depends on the need and the knowledge base alone. Every number that weighs is in
/// `Weights`.
@NullMarked
package org.carersignpost.knowledge.search;

import org.jspecify.annotations.NullMarked;
