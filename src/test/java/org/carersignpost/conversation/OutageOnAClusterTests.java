package org.carersignpost.conversation;

import java.nio.file.Path;

class OutageOnAClusterTests extends OutageContract {
  @Override
  TestRedis started(Path folder) {
    return TestRedis.cluster(folder);
  }
}
