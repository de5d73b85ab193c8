package org.carersignpost.channel.twilio;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of a request whose signature was right.
///
/// Webhooks take this instead of request parameters, so none can be reached around the check.
///
/// @param values names and their values as sent, unchanged; hardly any name has more than one
/// @param query those of the address alone, which a POST may have beside its form
public record SignedForm(Map<String, List<String>> values, Map<String, List<String>> query) {
  /// The request attribute that holds it.
  public static final String ATTRIBUTE = "org.carersignpost.channel.SignedForm";

  /// The first value of a parameter; empty if it was not sent.
  public Optional<String> value(String name) {
    return first(values, name);
  }

  /// The first value of a parameter of the address; empty if it has none.
  public Optional<String> queryValue(String name) {
    return first(query, name);
  }

  private static Optional<String> first(Map<String, List<String>> values, String name) {
    return Optional.ofNullable(values.get(name)).map(List::getFirst);
  }
}
