package org.carersignpost.staff;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// What a password must be, and the hashes that are kept of them.
///
/// The rules are those of NIST 800-63B and the NCSC: long enough, not easily guessed, and nothing
/// about which characters it must have. bcrypt reads 72 bytes only, so a password is hashed with
/// SHA-256 first, together with a fixed word of ours that keeps the result apart from other lists.
@Component
final class Passwords {
  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  /// Each guess costs 2^10 rounds.
  private static final int STRENGTH = 10;

  private static final String APART = "carer-signpost:";
  private static final int FEWEST_DIFFERENT = 5;
  private static final int SHORTEST_NAME = 4;
  private static final Set<String> COMMON = StaffResource.lines("common-passwords.txt");

  private final PasswordEncoder encoder;

  /// Of a password that nobody has.
  private final String nobodys;

  Passwords() {
    this(STRENGTH);
  }

  /// For tests, which guess often, as cheap as they like.
  Passwords(int strength) {
    encoder =
        new DelegatingPasswordEncoder(
            "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
    nobodys =
        "{bcrypt}$2a$%02d$XfiyDt.XtL19u9OhEAoyIu9thOzBCTDlf0GNQqPmKmfBK/el1FysC"
            .formatted(strength);
  }

  String hash(String password) {
    String hash = encoder.encode(prepared(password));
    if (hash == null) {
      throw new IllegalStateException("A password was not hashed");
    }
    return hash;
  }

  /// Whether a password has that hash. Without one it takes the same time and is false.
  boolean matches(String password, String hash) {
    boolean matches = encoder.matches(prepared(password), hash.isEmpty() ? nobodys : hash);
    return matches && !hash.isEmpty();
  }

  /// A sentence about what is wrong with a new password.
  ///
  /// @param names whatever of its owner it must not hold
  static Optional<String> fault(String password, String... names) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(
          "Use at least %d characters. Three or four words that do not belong together are good."
              .formatted(SHORTEST));
    }
    if (length > LONGEST) {
      return Optional.of("Use at most %d characters.".formatted(LONGEST));
    }
    String plain = plain(password);
    if (Stream.of(names)
        .flatMap(name -> Stream.of(name, name.replaceAll("@.*", "")))
        .map(Passwords::plain)
        .anyMatch(name -> name.length() >= SHORTEST_NAME && plain.contains(name))) {
      return Optional.of("Leave your own name out of it.");
    }
    if (isEasy(plain) || isEasy(swappedBack(plain))) {
      return Optional.of("That one is among the first that others would try. Think of another.");
    }
    return Optional.empty();
  }

  /// Common ones, those with digits or signs around them, one short piece over and over, and rows
  /// of the keyboard or of numbers.
  private static boolean isEasy(String plain) {
    String letters = plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
    return COMMON.contains(plain)
        || COMMON.contains(letters)
        || COMMON.contains(unrepeated(plain))
        || plain.chars().distinct().count() < FEWEST_DIFFERENT
        || unrepeated(plain).length() <= plain.length() / 3
        || Stream.of(
                "0123456789012345678901234567890",
                "abcdefghijklmnopqrstuvwxyz",
                "qwertyuiopasdfghjklzxcvbnm")
            .anyMatch(row -> row.contains(plain) || reversed(row).contains(plain));
  }

  /// The piece a password repeats, or all of it.
  private static String unrepeated(String plain) {
    for (int length = 1; length <= plain.length() / 2; length++) {
      String piece = plain.substring(0, length);
      if (piece.repeat(plain.length() / length + 1).startsWith(plain)) {
        return piece;
      }
    }
    return plain;
  }

  private static String reversed(String row) {
    return new StringBuilder(row).reverse().toString();
  }

  /// Without what makes little difference to whoever guesses.
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]+", "");
  }

  private static String swappedBack(String plain) {
    return plain.replace('@', 'a').replace('$', 's').replace('!', 'i').replace('0', 'o');
  }

  private static String prepared(String password) {
    return Base64.getEncoder().encodeToString(Secret.digest(APART + password));
  }
}
