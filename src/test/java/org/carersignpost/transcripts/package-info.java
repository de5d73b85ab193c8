/// Plays chats written as text files: the specification of what carers are told.
@NullMarked
package org.carersignpost.transcripts;

import org.jspecify.annotations.NullMarked;
