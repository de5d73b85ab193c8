package org.carersignpost.channel.twilio;

import org.jspecify.annotations.Nullable;

/// A copy of a failure for the log: its types and places without its messages, which may hold a
/// carer's words.
public final class Wordless extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_CAUSES = 5;

  private Wordless(String type, @Nullable Throwable cause) {
    super(type, cause);
  }

  public static Wordless copyOf(Throwable failure) {
    return copyOf(failure, MOST_CAUSES);
  }

  private static Wordless copyOf(Throwable failure, int causes) {
    Throwable cause = failure.getCause();
    Wordless copy =
        new Wordless(
            failure.getClass().getName(),
            cause == null || causes == 0 ? null : copyOf(cause, causes - 1));
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }
}
