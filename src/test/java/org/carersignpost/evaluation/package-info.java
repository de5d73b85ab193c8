/// How well the service understands, measured on messages that were written without a look at
/// training lines or rules: `./signpost evaluate`.
///
/// The messages lie in `src/test/resources/evaluation`; none of them may become a training line or
/// a rule. Figures may be read, lines may not. What is tuned is tuned on
/// `src/test/resources/development`.
@NullMarked
package org.carersignpost.evaluation;

import org.jspecify.annotations.NullMarked;
