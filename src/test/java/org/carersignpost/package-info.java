@NullMarked
package org.carersignpost;

import org.jspecify.annotations.NullMarked;
