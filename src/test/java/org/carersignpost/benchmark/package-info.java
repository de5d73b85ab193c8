/// Measures how fast the service is: `./signpost benchmark`. Run by hand, never as a test.
@NullMarked
package org.carersignpost.benchmark;

import org.jspecify.annotations.NullMarked;
