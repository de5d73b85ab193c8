package org.carersignpost.conversation;

import java.nio.file.Path;

class ConversationsOnAClusterTests extends ConversationsContract {
  @Override
  TestRedis started(Path folder) {
    return TestRedis.cluster(folder);
  }
}
