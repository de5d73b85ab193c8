package org.carersignpost.privacy;

/// Something sealed cannot be opened. Trying again does not help.
public final class SealException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  SealException(Reason reason) {
    super(reason.sentence);
    this.reason = reason;
  }

  /// Why, and with it whose fault.
  public Reason reason() {
    return reason;
  }

  /// Why something cannot be opened.
  public enum Reason {
    /// The operator has taken away the secret it was sealed with; giving the secret back opens it
    /// again.
    KEY_MISSING("It was sealed with a secret that SIGNPOST_SECRET_KEY no longer holds."),
    /// It is damaged, or was put in another place than it was sealed for.
    BROKEN("It was changed after it was sealed, or belongs elsewhere."),
    /// It was never sealed by us.
    NOT_SEALED("It was not sealed by this service.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }
}
