/// What staff see: lists, a conversation, texts in trouble, how things stand.
@NullMarked
package org.carersignpost.console.page;

import org.jspecify.annotations.NullMarked;
