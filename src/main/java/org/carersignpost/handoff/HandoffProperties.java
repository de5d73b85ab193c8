package org.carersignpost.handoff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long carers who need a person may be left, `signpost.handoff`.
///
/// @param answerWithin whoever has taken a conversation answers within this time, or it goes back
///   to the queue
/// @param alarmAfter a crisis that nobody has taken for so long is told to the duty phone
/// @param crisisTarget how soon a crisis should be taken
/// @param urgentTarget how soon an urgent conversation should be taken
/// @param normalTarget how soon any other should be taken
/// @param ring whether the phones of all on duty are rung at once for a caller, or in turn
@ConfigurationProperties("signpost.handoff")
public record HandoffProperties(
    @DefaultValue("10m") Duration answerWithin,
    @DefaultValue("2m") Duration alarmAfter,
    @DefaultValue("2m") Duration crisisTarget,
    @DefaultValue("10m") Duration urgentTarget,
    @DefaultValue("30m") Duration normalTarget,
    @DefaultValue("together") Ring ring) {

  /// How phones are rung for a caller.
  public enum Ring {
    /// All at once.
    TOGETHER,
    /// One after the other.
    IN_TURN
  }
}
