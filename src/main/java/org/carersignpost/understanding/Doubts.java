package org.carersignpost.understanding;

import java.util.regex.Pattern;

/// Tells whether a whole message asks if what was offered is right, or when it was checked: "is
/// that number right", "when was this checked", "are you sure".
final class Doubts {
  /// Whoever says more has something else in mind as well.
  private static final int MOST_WORDS = 10;

  private static final String THING =
      "(?:numbers?|phone numbers?|info|information|details?|services?|places?|one|list|them)";

  private static final String THIS =
      "(?:this|that|it|these|those|they|them|(?:(?:this|that|these|those|the|your) )?"
          + THING
          + ")";

  private static final String RIGHT =
      "(?:right|correct|true|current|valid|accurate|reliable|up to date|out of date|working)";

  private static final String CHECKED = "(?:checked|updated|verified|confirmed|looked at)";

  private static final Pattern DOUBT =
      Pattern.compile(
          "(?:(?:but|and|so|ok|okay|sorry|hang on) )?(?:"
              + "(?:are|r) (?:you|u) (?:really |quite |absolutely )?(?:sure|certain)"
              + ("(?: (?:about|of) "
                  + THIS
                  + "| "
                  + THIS
                  + "(?:s| is| are)? (?:still )?"
                  + RIGHT
                  + ")?")
              + ("|(?:is|are) " + THIS + "(?: still| all| really| definitely)? " + RIGHT)
              + ("|(?:does|do|will) " + THIS + "(?: still)? work")
              + ("|(?:when|how long ago) (?:was|were|has|have) "
                  + THIS
                  + "(?: been)?(?: last)? "
                  + CHECKED)
              + ("|when did (?:you|anyone|anybody|someone) (?:last )?(?:check|update) " + THIS)
              + "|(?:has|have) (?:you|anyone|anybody|someone|a person) (?:actually |really |ever )?"
              + (CHECKED + " " + THIS + "(?: lately| recently)?")
              + ("|(?:has|have) " + THIS + " been " + CHECKED + "(?: lately| recently)?")
              + ("|how (?:old|recent|reliable|up to date) (?:is|are) " + THIS)
              + ("|how do (?:you|i) know " + THIS + "(?:s| is| are)? (?:still )?" + RIGHT)
              + ")");

  private Doubts() {}

  /// @param said the words of the message between single spaces, without what is merely polite
  static boolean isOne(String said) {
    return said.split(" ", MOST_WORDS + 2).length <= MOST_WORDS && DOUBT.matcher(said).matches();
  }
}
