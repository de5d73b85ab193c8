package org.carersignpost.conversation;

import java.nio.file.Path;

class OutageOnOneRedisTests extends OutageContract {
  @Override
  TestRedis started(Path folder) {
    return TestRedis.alone(folder);
  }
}
