/// Where the state is kept: the connection to Redis, and the Redis that the service brings along
/// when it is given none.
@NullMarked
package org.carersignpost.conversation.redis;

import org.jspecify.annotations.NullMarked;
