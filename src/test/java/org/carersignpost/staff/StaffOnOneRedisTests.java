package org.carersignpost.staff;

import java.nio.file.Path;
import org.carersignpost.conversation.TestRedis;

class StaffOnOneRedisTests extends StaffContract {
  @Override
  TestRedis started(Path folder) {
    return TestRedis.alone(folder);
  }
}
