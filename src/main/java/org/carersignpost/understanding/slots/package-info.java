/// Finds what a carer says of their situation: the place, who is cared for and with what, and
/// whether the carer is under 18.
@NullMarked
package org.carersignpost.understanding.slots;

import org.jspecify.annotations.NullMarked;
