package org.carersignpost.knowledge.openreferral;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids of what the files give none: UUIDs of version 5 (RFC 9562), the same for ever and in every
/// copy of the service.
final class NamedIds {
  /// The name `carersignpost.org`. Never to be changed: every id made here would change with it.
  private static final UUID NAMESPACE = UUID.fromString("a0679a66-9e5b-54ea-b040-d37337b981e5");

  private static final int VERSION_BYTE = 6;
  private static final int VARIANT_BYTE = 8;

  private NamedIds() {}

  static UUID taxonomy(String name) {
    return named(NAMESPACE, "taxonomy/" + name);
  }

  static UUID term(String taxonomy, String code) {
    return named(NAMESPACE, "taxonomy_term/" + taxonomy + "/" + code);
  }

  static UUID named(UUID namespace, String name) {
    MessageDigest digest = sha1();
    digest.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .array());
    byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
    hash[VERSION_BYTE] = (byte) ((hash[VERSION_BYTE] & 0x0f) | 0x50);
    hash[VARIANT_BYTE] = (byte) ((hash[VARIANT_BYTE] & 0x3f) | 0x80);
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
