package org.carersignpost.staff;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/// Codes by an app on somebody's phone (TOTP), and the recovery codes for when the phone is gone.
///
/// A code is right in its own half minute, the one before and the one after, and is taken once. The
/// time is the machine's own, because a phone knows no other: in demonstration mode the service's
/// clock may be elsewhere.
@Component
public class SecondFactors {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int DIGITS = 6;
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final String ISSUER = "Carer Signpost";

  private final AccountStore store;
  private final Accounts accounts;
  private final Audit audit;
  private final InstantSource time;
  private final boolean requiredOfAll;
  private final boolean optionalForAll;
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

  @Autowired
  SecondFactors(
      AccountStore store,
      Accounts accounts,
      Audit audit,
      @Value("${signpost.staff.second-factor:}") String rule,
      @Value("${signpost.demonstration:false}") boolean demonstration) {
    this(store, accounts, audit, rule, demonstration, Clock.systemUTC());
  }

  SecondFactors(
      AccountStore store,
      Accounts accounts,
      Audit audit,
      String rule,
      boolean demonstration,
      InstantSource time) {
    if (!List.of("", "required", "optional").contains(rule)) {
      throw new IllegalArgumentException(
          "signpost.staff.second-factor is required or optional, but is " + rule);
    }
    this.store = store;
    this.accounts = accounts;
    this.audit = audit;
    this.time = time;
    this.requiredOfAll = rule.equals("required");
    this.optionalForAll = rule.equals("optional") || (demonstration && rule.isEmpty());
  }

  /// What somebody needs to set up codes by app.
  ///
  /// @param secret in Base32, to be typed
  /// @param address to be shown as a QR code
  public record Offer(String secret, String address) {}

  /// Whether people of a role cannot log in without.
  public boolean isRequired(Role role) {
    return requiredOfAll || (!optionalForAll && role.compareTo(Role.SUPERVISOR) >= 0);
  }

  /// A new secret; it counts for nothing until it is confirmed.
  public Offer offer(String name) {
    return offered(name, Base32.encode(Secret.bytes(SECRET_BYTES)));
  }

  /// The offer of a secret made before.
  public Offer offered(String name, String secret) {
    String label = UriUtils.encode(ISSUER + ":" + name, StandardCharsets.UTF_8);
    return new Offer(
        secret,
        "otpauth://totp/%s?secret=%s&issuer=%s&digits=%d&period=%d"
            .formatted(
                label,
                secret,
                UriUtils.encode(ISSUER, StandardCharsets.UTF_8),
                DIGITS,
                STEP.toSeconds()));
  }

  /// Sets codes by app up if the code is right.
  ///
  /// @param secret of the offer
  /// @param replaces whether they may take the place of others; who has given no more than a
  ///   password may not
  /// @return the recovery codes, to be shown once; empty if the code is wrong
  /// @throws org.springframework.dao.DataAccessException if accounts cannot be reached
  public Optional<List<String>> confirm(String name, String secret, String code, boolean replaces) {
    byte[] key = Base32.decode(secret);
    OptionalLong step = key.length == SECRET_BYTES ? stepOf(key, code, 0) : OptionalLong.empty();
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = recoveryCodes();
    String itsKey = Base64.getEncoder().encodeToString(key);
    AccountRecord account =
        changed(
            name,
            found -> {
              if (found.hasSecondFactor() && !replaces) {
                throw new StaffRefusedException(
                    StaffRefusedException.Kind.CONFLICT, "Codes by app are set up already.");
              }
              return found.with(
                  found.secrets().withSecondFactor(itsKey, step.getAsLong(), hashes(codes)));
            });
    audit.write(account.member(), AuditAction.ACCOUNT_SECOND_FACTOR);
    return Optional.of(codes);
  }

  /// Makes new recovery codes; the old ones are void.
  ///
  /// @throws org.springframework.dao.DataAccessException if accounts cannot be reached
  public List<String> newRecoveryCodes(String name) {
    List<String> codes = recoveryCodes();
    AccountRecord account =
        changed(
            name,
            found -> {
              if (!found.hasSecondFactor()) {
                throw new StaffRefusedException("Set up codes by app first.");
              }
              AccountRecord.Secrets secrets = found.secrets();
              return found.with(
                  secrets.withSecondFactor(secrets.totp(), secrets.totpStep(), hashes(codes)));
            });
    audit.write(account.member(), AuditAction.ACCOUNT_RECOVERY_CODES);
    return codes;
  }

  /// Takes a code by app or a recovery code; each is taken once, also when it comes twice at the
  /// same time.
  boolean take(AccountRecord account, String typed) {
    String code = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    try {
      changed(account.name(), found -> found.with(without(found.secrets(), code)));
    } catch (WrongCodeException e) {
      return false;
    }
    if (!isByApp(code)) {
      audit.write(account.member(), AuditAction.ACCOUNT_RECOVERY_CODE_USED);
    }
    return true;
  }

  /// The step whose code that is, if it is one of three around now and after the last one taken.
  OptionalLong stepOf(byte[] key, String typed, long last) {
    String code = typed.replaceAll("\\s", "");
    if (!isByApp(code)) {
      return OptionalLong.empty();
    }
    long now = Math.floorDiv(time.millis(), STEP.toMillis());
    return LongStream.rangeClosed(now - 1, now + 1)
        .filter(step -> step > last && Secret.same(codeOf(key, step), code))
        .findFirst();
  }

  private String codeOf(byte[] key, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(key, generator.getAlgorithm()),
          Instant.ofEpochMilli(step * STEP.toMillis()));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("A second factor's secret cannot be used", e);
    }
  }

  /// What is left once a code was taken.
  private AccountRecord.Secrets without(AccountRecord.Secrets secrets, String code) {
    if (secrets.totp().isEmpty()) {
      throw new WrongCodeException();
    }
    if (isByApp(code)) {
      byte[] key = Base64.getDecoder().decode(secrets.totp());
      long step = stepOf(key, code, secrets.totpStep()).orElseThrow(WrongCodeException::new);
      return secrets.withSecondFactor(secrets.totp(), step, secrets.recovery());
    }
    String hash = Secret.hash(code);
    List<String> left = new ArrayList<>(secrets.recovery());
    if (!left.remove(hash)) {
      throw new WrongCodeException();
    }
    return secrets.withSecondFactor(secrets.totp(), secrets.totpStep(), left);
  }

  private AccountRecord changed(String name, UnaryOperator<AccountRecord> change) {
    AccountRecord account =
        store
            .change(name, change)
            .orElseThrow(() ->
                new StaffRefusedException(
                    StaffRefusedException.Kind.MISSING, "There is no such account."));
    accounts.changed(name);
    return account;
  }

  private static boolean isByApp(String code) {
    return code.length() == DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static List<String> recoveryCodes() {
    return Stream.generate(Secret::typeable).limit(RECOVERY_CODES).toList();
  }

  private static List<String> hashes(List<String> codes) {
    return codes.stream().map(Secret::hash).toList();
  }

  /// Leaves everything as it is.
  private static final class WrongCodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
