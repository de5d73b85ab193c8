package org.carersignpost.channel.simulator;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number that belongs to nobody: 07700 900000 to 07700 900999, kept free for drama and examples.
///
/// @param lastDigits the three that may be chosen
public record SimulatedNumber(String lastDigits) {
  /// Why another number is refused, in words for whoever chose it.
  public static final String REFUSED =
      "Please choose a number from 07700 900000 to 07700 900999."
          + " These belong to nobody, so nobody real can be texted by mistake.";

  private static final Pattern FORMS = Pattern.compile("(?:\\+44|0044|44|0)7700900([0-9]{3})");
  private static final SecureRandom random = new SecureRandom();

  /// The number in any usual spelling; empty if it is not one of the free ones.
  public static Optional<SimulatedNumber> of(String written) {
    Matcher matcher = FORMS.matcher(written.replaceAll("[\\s()-]", ""));
    return matcher.matches()
        ? Optional.of(new SimulatedNumber(matcher.group(1)))
        : Optional.empty();
  }

  /// Any of them but 07700 900000, which stands for the service.
  static SimulatedNumber any() {
    return new SimulatedNumber("%03d".formatted(1 + random.nextInt(999)));
  }

  public String e164() {
    return "+447700900" + lastDigits;
  }

  /// As people read it: `07700 900123`.
  @Override
  public String toString() {
    return "07700 900" + lastDigits;
  }
}
