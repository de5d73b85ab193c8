@NullMarked
package org.carersignpost.conversation.redis;

import org.jspecify.annotations.NullMarked;
