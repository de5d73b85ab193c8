/// Keeps conversations in Redis: what a turn changes is one script on one slot, sealed before it
/// leaves this process.
///
/// Scripts stand beside this package in the resources. They use commands of Redis 6.2 only. No key
/// expires by itself.
@NullMarked
package org.carersignpost.conversation.store;

import org.jspecify.annotations.NullMarked;
