package org.carersignpost.understanding;

import java.util.ArrayList;
import java.util.List;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.understanding.slots.SlotFindings;

/// What a message is about, besides what is wanted most.
final class Topics {
  private static final int MOST = 5;

  /// A condition that is named is a softer sign than the words of the need.
  private static final double OF_A_CONDITION = 0.3;

  private Topics() {}

  /// The classifier's topics, then those of conditions that are named.
  static List<TopicScore> of(List<TopicScore> classified, SlotFindings found) {
    List<TopicScore> topics = new ArrayList<>(classified);
    for (String topic : found.topics()) {
      if (topics.stream().noneMatch(known -> known.topic().equals(topic))) {
        topics.add(new TopicScore(topic, OF_A_CONDITION));
      }
    }
    return topics;
  }

  /// The same, with the topic of the intent first, at most five.
  static List<TopicScore> led(Intent intent, double confidence, List<TopicScore> topics) {
    List<TopicScore> led = new ArrayList<>();
    if (intent instanceof Intent.Find(String wanted)) {
      led.add(
          topics.stream()
              .filter(topic -> topic.topic().equals(wanted))
              .findFirst()
              .orElse(new TopicScore(wanted, confidence)));
    }
    topics.stream().filter(topic -> !led.contains(topic)).forEach(led::add);
    return List.copyOf(led.subList(0, Math.min(led.size(), MOST)));
  }
}
