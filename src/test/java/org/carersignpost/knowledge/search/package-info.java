@NullMarked
package org.carersignpost.knowledge.search;

import org.jspecify.annotations.NullMarked;
