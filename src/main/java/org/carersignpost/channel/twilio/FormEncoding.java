package org.carersignpost.channel.twilio;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `application/x-www-form-urlencoded`, read without changing a value: nothing is trimmed, empty
/// values are kept.
public final class FormEncoding {
  private FormEncoding() {}

  /// The parameters of a body or query.
  ///
  /// @param most the number of values that are accepted
  /// @throws TooManyParameters above that
  /// @throws IllegalArgumentException if an escape is malformed
  static Map<String, List<String>> decode(String encoded, int most) throws TooManyParameters {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int count = 0;
    for (String pair : encoded.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      if (++count > most) {
        throw new TooManyParameters();
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      values.computeIfAbsent(decoded(name), _ -> new ArrayList<>(1)).add(decoded(value));
    }
    return values;
  }

  /// The parameters as a body.
  public static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }

  /// More parameters than any webhook sends.
  static final class TooManyParameters extends Exception {
    private static final long serialVersionUID = 1L;

    TooManyParameters() {
      super("too many parameters");
    }
  }
}
