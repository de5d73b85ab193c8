package org.carersignpost.staff;

/// Something that an account, a role or a rule does not allow. The message is a sentence that may
/// be shown to whoever asked.
public final class StaffRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Kind {
    /// It is wrong as it was asked.
    WRONG,
    /// They may not.
    FORBIDDEN,
    /// There is no such thing.
    MISSING,
    /// It would be right at another time.
    CONFLICT
  }

  private final Kind kind;

  StaffRefusedException(String sentence) {
    this(Kind.WRONG, sentence);
  }

  StaffRefusedException(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  /// Something that was typed and cannot be.
  public static StaffRefusedException because(String sentence) {
    return new StaffRefusedException(sentence);
  }

  public Kind kind() {
    return kind;
  }

  /// The sentence to show.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
