package org.carersignpost.channel.sms;

import org.carersignpost.dialogue.Gsm7;

/// How a text travels: what it costs is counted in segments.
///
/// @param characters UTF-16 units
/// @param segments parts it is sent in
/// @param encoding `GSM-7`, or `UCS-2` as soon as one character is outside that alphabet
public record TextLength(int characters, int segments, String encoding) {
  private static final int UCS2_SINGLE = 70;
  private static final int UCS2_JOINED = 67;

  public static TextLength of(String text) {
    if (Gsm7.isGsm7(text)) {
      return new TextLength(text.length(), Gsm7.segments(text), "GSM-7");
    }
    int segments =
        text.length() <= UCS2_SINGLE ? 1 : (text.length() + UCS2_JOINED - 1) / UCS2_JOINED;
    return new TextLength(text.length(), segments, "UCS-2");
  }

  /// For people: `2 segments, GSM-7, 214 characters`.
  @Override
  public String toString() {
    return "%d %s, %s, %d %s"
        .formatted(
            segments,
            segments == 1 ? "segment" : "segments",
            encoding,
            characters,
            characters == 1 ? "character" : "characters");
  }
}
