package org.carersignpost.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The root secrets of this installation, newest first, and the keys that grow out of them.
///
/// No root secret is ever used as a key itself: every purpose has its own, so that knowing one says
/// nothing of another.
final class RootSecrets {
  private static final byte[] SALT = "carer-signpost".getBytes(StandardCharsets.UTF_8);
  private static final int MOST_SECRETS = 16;

  private final List<byte[]> secrets;

  /// @param commaSeparated one or more secrets, newest first, at most 16
  /// @throws IllegalArgumentException if there is none, or too many
  RootSecrets(String commaSeparated) {
    secrets =
        Stream.of(commaSeparated.split(","))
            .map(String::strip)
            .filter(secret -> !secret.isEmpty())
            .distinct()
            .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
            .toList();
    if (secrets.isEmpty() || secrets.size() > MOST_SECRETS) {
      throw new IllegalArgumentException(
          "SIGNPOST_SECRET_KEY must hold one to " + MOST_SECRETS + " secrets, separated by commas");
    }
  }

  /// One key a secret, newest first.
  ///
  /// @param algorithm what the key is for, such as `AES`
  /// @param purpose keeps keys of different purposes apart; changing it loses everything made with
  ///   it
  List<SecretKey> keys(String algorithm, String purpose) {
    return secrets.stream().map(secret -> key(secret, algorithm, purpose)).toList();
  }

  /// Bytes that name each secret without telling it, in the order of [#keys].
  List<byte[]> ids(int length) {
    return secrets.stream().map(secret -> id(secret, length)).toList();
  }

  private static SecretKey key(byte[] secret, String algorithm, String purpose) {
    try {
      return hkdf().deriveKey(algorithm, expand(secret, purpose, 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HKDF-SHA256", e);
    }
  }

  private static byte[] id(byte[] secret, int length) {
    try {
      return hkdf().deriveData(expand(secret, "key-id", length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HKDF-SHA256", e);
    }
  }

  private static KDF hkdf() throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256");
  }

  private static HKDFParameterSpec expand(byte[] secret, String purpose, int length) {
    byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
    return HKDFParameterSpec.ofExtract().addSalt(SALT).addIKM(secret).thenExpand(info, length);
  }
}
