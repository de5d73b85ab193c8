package org.carersignpost.knowledge.files;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Phone numbers that stand in the midst of words. Each must be a number of some service, so that
/// one that changes is changed everywhere and no misprint reaches a carer.
final class QuotedNumbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9+])(?:\\+44 ?|0)[0-9](?: ?[0-9]){6,10}(?![0-9])"
              + "|(?<![0-9+])116 ?[0-9]{3}(?![0-9])");

  private final Set<String> known = new HashSet<>();

  private final boolean complete;

  /// @param services those that could be read
  /// @param complete whether that was all of them; else a number may well be one of the others, and
  ///   none is noted
  QuotedNumbers(Iterable<ServiceRecord> services, boolean complete) {
    this.complete = complete;
    for (ServiceRecord service : services) {
      service.phones().forEach(phone -> known.add(phone.number()));
    }
  }

  /// Notes every number in the words that no service has.
  void check(String field, String words, Faults faults) {
    Matcher matcher = NUMBER.matcher(words);
    while (matcher.find()) {
      String written = words.substring(matcher.start(), matcher.end());
      boolean ofAService =
          PhoneNumbers.parse(written).filter(n -> known.contains(n.dialled())).isPresent();
      if (complete && !ofAService) {
        faults.add(field, written + " is not a number of any service here");
      }
    }
  }
}
