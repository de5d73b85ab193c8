/// Judges whether a knowledge base is fit to be published: what the reader's faults leave open,
/// such as how hard its words are, how long they take and how old its facts are.
///
/// A fault of the reader stops the service; an error here stops the build; a warning is for an
/// editor to weigh.
@NullMarked
package org.carersignpost.knowledge.gate;

import org.jspecify.annotations.NullMarked;
