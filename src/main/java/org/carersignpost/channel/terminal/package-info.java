/// A conversation in the terminal: the real dialogue without a phone.
@NullMarked
package org.carersignpost.channel.terminal;

import org.jspecify.annotations.NullMarked;
