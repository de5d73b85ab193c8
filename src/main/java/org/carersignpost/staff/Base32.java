package org.carersignpost.staff;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// The letters by which authenticator apps take a secret (RFC 4648).
final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte each : bytes) {
      held = (held << Byte.SIZE) | (each & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(LETTERS.charAt((held >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(LETTERS.charAt((held << (BITS - bits)) & 31));
    }
    return text.toString();
  }

  /// The bytes of a text; nothing if it is not Base32.
  static byte[] decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      int value = LETTERS.indexOf(letter);
      if (value < 0) {
        return new byte[0];
      }
      held = (held << BITS) | value;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.write((held >> bits) & 0xff);
      }
    }
    return bytes.toByteArray();
  }
}
