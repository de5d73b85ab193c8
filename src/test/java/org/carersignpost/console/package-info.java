@NullMarked
package org.carersignpost.console;

import org.jspecify.annotations.NullMarked;
