package org.carersignpost.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealTests {
  private static final String OLD = "an-old-root-secret-of-many-characters";
  private static final String NEW = "a-new-root-secret-of-many-characters";
  private static final String CONTEXT = "message:abc";

  private final Seal seal = new Seal(OLD);

  @Test
  void whatIsSealedOpensAgainWhateverItIs() {
    Random random = new Random(1);
    for (int length = 0; length < 400; length++) {
      byte[] plain = new byte[length];
      random.nextBytes(plain);
      assertThat(seal.open(seal.seal(plain, CONTEXT), CONTEXT)).isEqualTo(plain);
    }
  }

  @Test
  void theWordsDoNotShowAndEverySealIsDifferent() {
    byte[] one = seal.seal(bytes("mum fell again"), CONTEXT);
    byte[] two = seal.seal(bytes("mum fell again"), CONTEXT);
    assertThat(one).isNotEqualTo(two).hasSize("mum fell again".length() + 33);
    assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("mum", "fell");
  }

  @Test
  void anyChangedBitIsNoticed() {
    byte[] sealed = seal.seal(bytes("mum fell"), CONTEXT);
    for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThatThrownBy(() -> seal.open(changed, CONTEXT)).isInstanceOf(SealException.class);
    }
  }

  @Test
  void anyMissingEndIsNoticed() {
    byte[] sealed = seal.seal(bytes("mum fell"), CONTEXT);
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> seal.open(cut, CONTEXT)).isInstanceOf(SealException.class);
    }
  }

  @Test
  void itOpensOnlyWhereItBelongs() {
    byte[] sealed = seal.seal(bytes("mum fell"), CONTEXT);
    assertThatThrownBy(() -> seal.open(sealed, "message:abd"))
        .isInstanceOfSatisfying(
            SealException.class,
            e -> assertThat(e.reason()).isEqualTo(SealException.Reason.BROKEN));
  }

  @Test
  void aNewSecretInFrontSealsAndTheOldStillOpens() {
    byte[] before = seal.seal(bytes("before"), CONTEXT);
    Seal rotated = new Seal(NEW + "," + OLD);
    byte[] after = rotated.seal(bytes("after"), CONTEXT);
    assertThat(rotated.open(before, CONTEXT)).isEqualTo(bytes("before"));
    assertThat(new Seal(NEW).open(after, CONTEXT)).isEqualTo(bytes("after"));
    assertThat(rotated.isCurrent(before)).isFalse();
    assertThat(rotated.isCurrent(after)).isTrue();
  }

  @Test
  void aSecretTakenAwayIsNamedAsTheReason() {
    byte[] before = seal.seal(bytes("before"), CONTEXT);
    assertThatThrownBy(() -> new Seal(NEW).open(before, CONTEXT))
        .isInstanceOfSatisfying(
            SealException.class,
            e -> assertThat(e.reason()).isEqualTo(SealException.Reason.KEY_MISSING))
        .hasMessageContaining("SIGNPOST_SECRET_KEY");
  }

  @Test
  void whatWasNeverSealedIsSaidSo() {
    assertThatThrownBy(() -> seal.open(bytes("plain words that nobody ever sealed"), CONTEXT))
        .isInstanceOfSatisfying(
            SealException.class,
            e -> assertThat(e.reason()).isEqualTo(SealException.Reason.NOT_SEALED));
  }

  // Whoever changes how keys are made loses everything that is stored: this sealed line must always
  // open.
  @Test
  void whatAnEarlierReleaseSealedStillOpens() {
    byte[] stored =
        HexFormat.of()
            .parseHex(
                "01f2f71c2408445bf0b5eac1ad799cee63ef2e4cfad0d2032c0b97c35bd5fe1fe32361f924759ac7979b8c80e9d9effc");
    assertThat(seal.open(stored, CONTEXT)).isEqualTo(bytes("stored long ago"));
  }

  @Test
  void manyMaySealAtOnce() {
    ConcurrentHashMap<String, Boolean> seen = new ConcurrentHashMap<>();
    IntStream.range(0, 2_000)
        .parallel()
        .forEach(n -> {
          byte[] sealed = seal.seal(bytes("message " + n), CONTEXT + n);
          assertThat(seal.open(sealed, CONTEXT + n)).isEqualTo(bytes("message " + n));
          seen.put(HexFormat.of().formatHex(sealed, 5, 17), true);
        });
    assertThat(seen).as("nonces").hasSize(2_000);
  }

  @Test
  void withoutASecretThereIsNoSeal() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Seal(" , "));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
