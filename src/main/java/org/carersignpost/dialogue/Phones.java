package org.carersignpost.dialogue;

/// Whether somebody can be rung now for a carer who asks for a person.
///
/// @param staff whether a staff member of the team, or of the shared one, is on duty with a phone
/// @param duty whether the team has a duty phone, which is rung in a crisis only
public record Phones(boolean staff, boolean duty) {
  /// Nobody can be rung.
  public static final Phones NONE = new Phones(false, false);

  /// Whether anybody can be rung for a conversation of this priority.
  public boolean any(Priority priority) {
    return staff || (duty && priority == Priority.CRISIS);
  }
}
