/// Finds conversations by their words, over a Lucene index in memory that every copy of the service
/// keeps for itself. Nothing of it is ever on a disk.
@NullMarked
package org.carersignpost.conversation.search;

import org.jspecify.annotations.NullMarked;
