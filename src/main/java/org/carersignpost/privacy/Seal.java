package org.carersignpost.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Closes what must not be read by whoever gets hold of the store, with AES-256-GCM.
///
/// The context says where a thing belongs, such as `message:` and the conversation's id. It is not
/// stored: whoever opens must say the same again, so a sealed thing copied to another place cannot
/// be opened there. Nonces are random, so one secret is good for some thousand million things;
/// rotate it long before.
///
/// The bytes are: format (1), key id (4), nonce (12), then the closed words with their tag of 16
/// bytes.
public final class Seal {
  private static final byte FORMAT = 1;
  private static final int KEY_ID_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

  private static final String ALGORITHM = "AES/GCM/NoPadding";

  /// Looked up once: finding it takes longer than sealing a text.
  private static final Provider PROVIDER = provider();

  private final List<Key> keys;
  private final SecureRandom random = new SecureRandom();

  private record Key(byte[] id, SecretKey secret) {}

  /// @param secrets the root secrets, newest first, separated by commas
  /// @throws IllegalArgumentException if there is none
  public Seal(String secrets) {
    RootSecrets roots = new RootSecrets(secrets);
    List<byte[]> ids = roots.ids(KEY_ID_BYTES);
    List<SecretKey> aes = roots.keys("AES", "seal");
    keys = IntStream.range(0, ids.size()).mapToObj(i -> new Key(ids.get(i), aes.get(i))).toList();
  }

  /// Seals with the newest key. The same plain bytes come out differently every time, 33 bytes
  /// longer.
  public byte[] seal(byte[] plain, String context) {
    Key key = keys.getFirst();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(HEAD_BYTES + closed.length)
          .put(FORMAT)
          .put(key.id)
          .put(nonce)
          .put(closed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-256-GCM", e);
    }
  }

  /// Opens what any of the keys sealed for the same context.
  ///
  /// @throws SealException if it cannot be opened, with the reason
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] != FORMAT) {
      throw new SealException(SealException.Reason.NOT_SEALED);
    }
    byte[] id = Arrays.copyOfRange(sealed, 1, 1 + KEY_ID_BYTES);
    List<Key> fitting = keys.stream().filter(key -> Arrays.equals(key.id, id)).toList();
    if (fitting.isEmpty()) {
      throw new SealException(SealException.Reason.KEY_MISSING);
    }
    return fitting.stream()
        .map(key -> open(key, sealed, context))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new SealException(SealException.Reason.BROKEN));
  }

  /// Whether the newest key sealed it; if not, it should be sealed again when next written.
  public boolean isCurrent(byte[] sealed) {
    byte[] id = keys.getFirst().id;
    return sealed.length > HEAD_BYTES
        && Arrays.equals(sealed, 1, 1 + KEY_ID_BYTES, id, 0, KEY_ID_BYTES);
  }

  private static Optional<byte[]> open(Key key, byte[] sealed, String context) {
    byte[] nonce = Arrays.copyOfRange(sealed, 1 + KEY_ID_BYTES, HEAD_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, context);
      return Optional.of(cipher.doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-256-GCM", e);
    }
  }

  // A Cipher is not safe for two threads, and virtual threads are too many to keep one each: it is
  // made anew.
  private static Cipher cipher(int mode, Key key, byte[] nonce, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
    cipher.init(mode, key.secret, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static Provider provider() {
    try {
      return Cipher.getInstance(ALGORITHM).getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-256-GCM", e);
    }
  }
}
