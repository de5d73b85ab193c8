/// What programs and the scripts of the pages ask: conversations, texts, the directory, and what
/// changes.
@NullMarked
package org.carersignpost.console.api;

import org.jspecify.annotations.NullMarked;
