@NullMarked
package org.carersignpost.dialogue;

import org.jspecify.annotations.NullMarked;
