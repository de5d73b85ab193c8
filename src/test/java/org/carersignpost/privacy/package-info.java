@NullMarked
package org.carersignpost.privacy;

import org.jspecify.annotations.NullMarked;
