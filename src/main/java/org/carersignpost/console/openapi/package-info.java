/// How the API describes itself.
@NullMarked
package org.carersignpost.console.openapi;

import org.jspecify.annotations.NullMarked;
