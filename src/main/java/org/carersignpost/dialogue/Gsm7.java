package org.carersignpost.dialogue;

import java.util.Map;

/// The alphabet of text messages, and how long a text is in it (3GPP TS 23.038).
///
/// One character outside it turns the whole message into UCS-2, which more than halves what a
/// segment holds.
public final class Gsm7 {
  /// Septets in a text of one segment.
  public static final int SINGLE = 160;

  /// Septets a segment of a longer text holds: 7 go to the header that joins them.
  public static final int JOINED = 153;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /// These take two septets: an escape and the character.
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private static final Map<Character, String> LOOK_ALIKES =
      Map.ofEntries(
          Map.entry('\u2018', "'"),
          Map.entry('\u2019', "'"),
          Map.entry('\u201B', "'"),
          Map.entry('`', "'"),
          Map.entry('\u201C', "\""),
          Map.entry('\u201D', "\""),
          Map.entry('\u2010', "-"),
          Map.entry('\u2011', "-"),
          Map.entry('\u2013', "-"),
          Map.entry('\u2014', "-"),
          Map.entry('\u2026', "..."),
          Map.entry('\u2022', "-"),
          Map.entry('\u00A0', " "),
          Map.entry('\u202F', " "),
          Map.entry('\t', " "));

  /// What each character takes, by its code; 0 for one that is not in the alphabet.
  private static final byte[] SEPTETS = new byte['€' + 1];

  static {
    BASIC.chars().forEach(c -> SEPTETS[c] = 1);
    EXTENDED.chars().forEach(c -> SEPTETS[c] = 2);
  }

  private Gsm7() {}

  private static int septets(int c) {
    return c < SEPTETS.length ? SEPTETS[c] : 0;
  }

  /// Whether every character is in the alphabet.
  public static boolean isGsm7(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (septets(text.charAt(i)) == 0) {
        return false;
      }
    }
    return true;
  }

  /// How many septets a text takes; a character outside the alphabet counts as one.
  public static int septets(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      septets += Math.max(1, septets(text.charAt(i)));
    }
    return septets;
  }

  /// How many segments a text in the alphabet is sent as; an empty text is none.
  public static int segments(String text) {
    int septets = septets(text);
    if (septets <= SINGLE) {
      return septets == 0 ? 0 : 1;
    }
    return (septets + JOINED - 1) / JOINED;
  }

  /// The text with look-alikes in place of curly quotes, dashes and the like; what has none becomes
  /// a question mark.
  public static String plain(String text) {
    if (isGsm7(text)) {
      return text;
    }
    String alike = withLookAlikes(text);
    StringBuilder plain = new StringBuilder(alike.length());
    for (int i = 0; i < alike.length(); i++) {
      char c = alike.charAt(i);
      if (septets(c) > 0) {
        plain.append(c);
      } else if (!Character.isLowSurrogate(c)) {
        plain.append('?');
      }
    }
    return plain.toString();
  }

  /// The text with look-alikes where there are any; everything else stays, also what is not in the
  /// alphabet.
  public static String withLookAlikes(String text) {
    if (isGsm7(text)) {
      return text;
    }
    StringBuilder alike = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String other = septets(c) > 0 ? null : LOOK_ALIKES.get(c);
      if (other == null) {
        alike.append(c);
      } else {
        alike.append(other);
      }
    }
    return alike.toString();
  }
}
