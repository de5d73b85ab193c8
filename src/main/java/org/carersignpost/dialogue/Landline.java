package org.carersignpost.dialogue;

import java.util.List;
import java.util.Set;

/// Keeps private matters out of texts to landlines, which are read aloud to whoever picks up the
/// phone.
final class Landline {
  private static final Set<String> PRIVATE_TOPICS =
      Set.of("domestic-abuse", "safeguarding", "crisis", "mental-health", "substance-misuse");

  private Landline() {}

  /// The texts themselves for a mobile; a neutral text in their place where a landline must not
  /// hear them.
  static List<String> guarded(Moment moment, List<String> texts) {
    if (moment.isCall()
        || moment.message().from() != InboundMessage.Sender.LANDLINE
        || texts.isEmpty()) {
      return texts;
    }
    if (moment.meaning().risk().isPresent()) {
      return List.of(moment.prompts().text(Prompt.RISK_LANDLINE));
    }
    boolean isPrivate =
        moment.meaning().topics().stream()
            .anyMatch(score -> PRIVATE_TOPICS.contains(score.topic()));
    return isPrivate ? List.of(moment.prompts().text(Prompt.LANDLINE_PRIVATE)) : texts;
  }
}
