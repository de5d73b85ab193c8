package org.carersignpost.dialogue;

/// A danger that was found in a message.
///
/// @param level how fast somebody must act
/// @param kind what it is about, such as `suicide`; the fixed reply is the prompt `risk.<kind>`,
///   which a possible danger does not get
/// @param rule the rule that fired, or `likeness` where the message only resembles known ones; for
///   staff and editors
public record Risk(Level level, String kind, String rule) {

  /// How fast somebody must act; the later, the more serious.
  public enum Level {
    /// Too unlikely for a fixed reply and too likely to be passed over: a person reads it, and the
    /// carer's question is answered.
    POSSIBLE,
    /// Care is breaking down.
    URGENT,
    /// Suicide, harm to or by anybody, abuse, a missing person.
    CRISIS,
    /// Life is in danger now: 999.
    EMERGENCY
  }

  /// Whether it is too unlikely for its fixed reply.
  public boolean isOnlyPossible() {
    return level == Level.POSSIBLE;
  }
}
