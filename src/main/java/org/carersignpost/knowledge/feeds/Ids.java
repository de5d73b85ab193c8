package org.carersignpost.knowledge.feeds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// Stable ids for what has none that we could keep (UUIDs of version 5), and short hashes.
final class Ids {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /// The namespace of all ids made here; any other would make other ids of the same names.
  private static final UUID NAMESPACE = UUID.fromString("5d6b1f0e-7c55-5b0e-9a52-3f1c0de5a0c1");

  private static final int SHORT = 12;

  private Ids() {}

  /// The id that a feed gives if it is a UUID, else one made of its name there.
  static UUID kept(String feed, String kind, String local) {
    String small = local.toLowerCase(Locale.ROOT);
    return UUID_TEXT.matcher(small).matches() ? UUID.fromString(small) : made(feed, kind, local);
  }

  /// The same id for the same words, always.
  static UUID made(String... words) {
    byte[] name = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
    ByteBuffer space =
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits());
    MessageDigest digest = digest("SHA-1");
    digest.update(space.array());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(name));
    long most = (hash.getLong() & ~0xF000L) | 0x5000L;
    long least = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(most, least);
  }

  /// Twelve hexadecimal digits that stand for some words.
  static String hash(String words) {
    return hash(words.getBytes(StandardCharsets.UTF_8));
  }

  static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(bytes)).substring(0, SHORT);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
