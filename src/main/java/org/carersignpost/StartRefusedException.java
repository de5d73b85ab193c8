package org.carersignpost;

import java.util.List;

/// The service must not start as it is set up. The message tells an operator in plain words all
/// that must be put right.
final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefusedException(String sentence) {
    super(sentence);
  }

  StartRefusedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /// One refusal for all that is wrong.
  ///
  /// @param points each a line about one setting, without the value it has
  static StartRefusedException because(String what, List<String> points) {
    return new StartRefusedException(what + "\n  - " + String.join("\n  - ", points));
  }
}
