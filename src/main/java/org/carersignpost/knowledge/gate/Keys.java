package org.carersignpost.knowledge.gate;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.Prompt;

/// What the keys of prompts mean.
final class Keys {
  static final String RISK = "risk.";
  static final String NUMBERS = "numbers.";
  static final String REPLY = "reply.";

  private static final String LANGUAGE = "language.";

  private static final Set<String> USED =
      Arrays.stream(Prompt.values()).map(Prompt::key).collect(Collectors.toUnmodifiableSet());

  private Keys() {}

  /// Fixed sentences in other languages: our measures are of English, and the voice never says
  /// them.
  static boolean isForeign(String key) {
    return key.startsWith(LANGUAGE);
  }

  /// Whether it is the fixed reply to a danger.
  static boolean isRiskReply(String key) {
    return key.startsWith(RISK) && !USED.contains(key);
  }

  /// Whether anything ever says it.
  ///
  /// @param riskKinds the kinds of danger that have rules
  static boolean isSaid(String key, Set<String> riskKinds) {
    return USED.contains(key)
        || isForeign(key)
        || key.startsWith(REPLY)
        || isOf(RISK, key, riskKinds)
        || isOf(NUMBERS, key, riskKinds);
  }

  private static boolean isOf(String prefix, String key, Set<String> riskKinds) {
    return key.startsWith(prefix) && riskKinds.contains(key.substring(prefix.length()));
  }
}
