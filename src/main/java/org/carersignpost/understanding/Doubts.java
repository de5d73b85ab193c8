package org.carersignpost.understanding;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells whether a whole message asks if what was offered is right, or when it was checked: "is
/// that number right", "when was this checked", "are you sure".
final class Doubts {
  /// Whoever says more has something else in mind as well.
  private static final int MOST_WORDS = 10;

  /// What is written for short in [#QUESTIONS].
  private static final Map<String, String> SHORT =
      Map.of(
          "THIS",
          "(?:this|that|it|these|those|they|them|(?:(?:this|that|these|those|the|your) )?THING)",
          "THING",
          "(?:phone numbers?|numbers?|info|information|details?|services?|places?|list)",
          "RIGHT",
          "(?:right|correct|true|current|valid|accurate|reliable|up to date|out of date|working)",
          "CHECKED",
          "(?:checked|updated|verified|confirmed)",
          "ANYONE",
          "(?:you|anyone|anybody|someone|somebody|a person)");

  private static final List<String> QUESTIONS =
      List.of(
          "(?:are|r) (?:you|u) (?:really |quite |absolutely )?(?:sure|certain)",
          "(?:are|r) (?:you|u) sure (?:about|of) THIS",
          "(?:are|r) (?:you|u) sure THIS(?:s| is| are)? (?:still )?(?:the )?RIGHT(?: THING)?",
          "(?:is|are) THIS (?:still |all |really |definitely )?(?:the )?RIGHT(?: THING)?",
          "(?:does|do|will) THIS (?:still )?work",
          "(?:when|how long ago) (?:was|were) THIS (?:last )?CHECKED",
          "when did ANYONE (?:last )?(?:check|update) THIS",
          "(?:has|have) ANYONE (?:actually |really |ever )?CHECKED THIS(?: lately| recently)?",
          "(?:has|have) THIS been CHECKED(?: lately| recently)?",
          "how (?:old|recent|reliable|up to date) (?:is|are) THIS",
          "how do (?:you|i) know THIS(?:s| is| are)? (?:still )?RIGHT");

  private static final Pattern DOUBT =
      Pattern.compile("(?:(?:but|and|so|ok|okay|sorry) )?(?:%s)".formatted(inFull()));

  private Doubts() {}

  /// @param said the words of the message between single spaces, without what is merely polite
  static boolean isOne(String said) {
    return said.split(" ", MOST_WORDS + 2).length <= MOST_WORDS && DOUBT.matcher(said).matches();
  }

  private static String inFull() {
    String all = String.join("|", QUESTIONS);
    // What is short for "this" holds what is short for a thing.
    for (String name : List.of("THIS", "THING", "RIGHT", "CHECKED", "ANYONE")) {
      all = all.replace(name, SHORT.getOrDefault(name, ""));
    }
    return all;
  }
}
