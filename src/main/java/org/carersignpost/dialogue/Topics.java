package org.carersignpost.dialogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a conversation has been about, newest first.
final class Topics {
  private Topics() {}

  static List<String> remembered(Moment moment) {
    Set<String> topics = new LinkedHashSet<>();
    moment.meaning().topics().forEach(score -> topics.add(score.topic()));
    topics.addAll(moment.conversation().topics());
    return List.copyOf(topics);
  }
}
