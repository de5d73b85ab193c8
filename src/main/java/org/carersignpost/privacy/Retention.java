package org.carersignpost.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long each kind of thing is kept. There is no way to keep anything for ever.
///
/// @param conversation a conversation with its messages, after the last one
/// @param answers the words of an answer, for a webhook that comes twice
/// @param messageIds the ids of messages already answered, so that a late repeat is not answered
///   anew
/// @param recordings the sound of a message that a caller left
@ConfigurationProperties("signpost.retention")
public record Retention(
    @DefaultValue("90d") Duration conversation,
    @DefaultValue("1h") Duration answers,
    @DefaultValue("7d") Duration messageIds,
    @DefaultValue("30d") Duration recordings) {

  /// @throws IllegalArgumentException if one of them is not longer than nothing
  public Retention {
    check("conversation", conversation);
    check("answers", answers);
    check("message-ids", messageIds);
    check("recordings", recordings);
  }

  private static void check(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          "signpost.retention." + name + " must be longer than nothing, but is " + value);
    }
  }
}
