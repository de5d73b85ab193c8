package org.carersignpost.conversation;

import java.nio.file.Path;

class ConversationsOnOneRedisTests extends ConversationsContract {
  @Override
  TestRedis started(Path folder) {
    return TestRedis.alone(folder);
  }
}
