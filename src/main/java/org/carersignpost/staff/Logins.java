package org.carersignpost.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.carersignpost.staff.LoginLimits.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Lets people in, in one step or two, and writes every try into the audit log.
///
/// Whether there is an account of a name can be told neither from an answer nor from the time it
/// takes. Without the audit log nobody gets in but the administrator of the environment.
@Component
public class Logins {
  private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
  private static final String UNKNOWN = "unknown";
  private static final int LONGEST_NAME = 200;

  private final EnvironmentAccess environment;
  private final AccountStore store;
  private final LoginLimits limits;
  private final Passwords passwords;
  private final SecondFactors secondFactors;
  private final Presence presence;
  private final Audit audit;
  private final Clock clock;

  Logins(
      EnvironmentAccess environment,
      AccountStore store,
      LoginLimits limits,
      Passwords passwords,
      SecondFactors secondFactors,
      Presence presence,
      Audit audit,
      Clock clock) {
    this.environment = environment;
    this.store = store;
    this.limits = limits;
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.presence = presence;
    this.audit = audit;
    this.clock = clock;
  }

  /// The first step.
  ///
  /// @param address where the request came from
  /// @throws DataAccessException if accounts or the audit log cannot be reached
  public LoginStep byPassword(String typedName, String password, String address) {
    String name = canonical(typedName);
    if (name.equals(EnvironmentAccess.ADMIN)) {
      return adminByPassword(password, address);
    }
    Optional<Duration> wait =
        limits.attempt(Kind.ADDRESS, address).or(() -> limits.attempt(Kind.PASSWORD, name));
    if (wait.isPresent()) {
      return new LoginStep.Wait(wait.get());
    }
    Optional<AccountRecord> account = store.find(name);
    boolean right =
        passwords.matches(password, account.map(found -> found.secrets().password()).orElse(""));
    if (!right || account.filter(Logins::isActive).isEmpty()) {
      failed(account);
      return new LoginStep.Wrong();
    }
    limits.succeeded(Kind.ADDRESS, address);
    limits.succeeded(Kind.PASSWORD, name);
    return afterPassword(account.get());
  }

  /// What follows upon the right password.
  LoginStep afterPassword(AccountRecord account) {
    boolean codeWanted = account.hasSecondFactor() || secondFactors.isRequired(account.role());
    return codeWanted
        ? new LoginStep.CodeWanted(account.name(), account.generation(), account.hasSecondFactor())
        : in(account);
  }

  /// The second step: a code by app, or one of the recovery codes.
  ///
  /// @param generation as the first step gave it
  /// @throws DataAccessException if accounts or the audit log cannot be reached
  public LoginStep byCode(String name, long generation, String code, String address) {
    Optional<Duration> wait =
        limits.attempt(Kind.ADDRESS, address).or(() -> limits.attempt(Kind.CODE, name));
    if (wait.isPresent()) {
      return new LoginStep.Wait(wait.get());
    }
    Optional<AccountRecord> account =
        store.find(name).filter(Logins::isActive).filter(a -> a.generation() == generation);
    if (account.isEmpty() || !secondFactors.take(account.get(), code)) {
      failed(account);
      return new LoginStep.Wrong();
    }
    limits.succeeded(Kind.ADDRESS, address);
    limits.succeeded(Kind.CODE, name);
    return in(account.get());
  }

  /// Lets somebody in who has just set up codes by app, after the right password.
  ///
  /// @throws DataAccessException if accounts or the audit log cannot be reached
  public LoginStep afterSetUp(String name, long generation) {
    return store
        .find(name)
        .filter(Logins::isActive)
        .filter(account -> account.generation() == generation && account.hasSecondFactor())
        .<LoginStep>map(this::in)
        .orElseGet(LoginStep.Wrong::new);
  }

  /// Lets somebody in whom another service knows by a verified email address that is the name of an
  /// account. That service has asked for its own second factor.
  ///
  /// @throws DataAccessException if accounts or the audit log cannot be reached
  public LoginStep byEmail(String email) {
    Optional<AccountRecord> account = store.find(canonical(email)).filter(Logins::isActive);
    if (account.isEmpty()) {
      failed(account);
      return new LoginStep.Wrong();
    }
    return in(account.get());
  }

  /// Writes that somebody left.
  public void out(StaffMember member) {
    try {
      audit.write(member, AuditAction.LOGOUT);
    } catch (DataAccessException e) {
      LOG.warn("Somebody logged out while the audit log was away");
    }
    try {
      presence.leave(member.name());
    } catch (DataAccessException e) {
      LOG.debug("That somebody left is found out later: {}", e.getClass().getSimpleName());
    }
  }

  /// A name as accounts have it.
  static String canonical(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private LoginStep in(AccountRecord account) {
    audit.write(account.member(), AuditAction.LOGIN);
    store.change(account.name(), found -> found.loggedInAt(clock.instant()));
    return new LoginStep.In(account.member(), account.generation());
  }

  private void failed(Optional<AccountRecord> account) {
    // What was typed as a name may be a password: only names that exist are written.
    audit.write(
        account.map(AccountRecord::name).orElse(UNKNOWN),
        account.map(AccountRecord::organisation),
        AuditAction.LOGIN_FAILED,
        Optional.empty(),
        Optional.empty());
  }

  private LoginStep adminByPassword(String password, String address) {
    Optional<Duration> wait = adminAttempt(address);
    if (wait.isPresent()) {
      return new LoginStep.Wait(wait.get());
    }
    boolean right = environment.isAdminsPassword(password);
    if (right) {
      withRedisOr(() -> adminSucceeded(address), () -> adminSucceededInMemory(address));
    }
    AuditAction action = right ? AuditAction.LOGIN : AuditAction.LOGIN_FAILED;
    withRedisOr(
        () -> audit.write(EnvironmentAccess.admin(), action),
        () -> LOG.warn("The administrator: {}, while the audit log is away", action.id()));
    return right
        ? new LoginStep.In(EnvironmentAccess.admin(), environment.generation())
        : new LoginStep.Wrong();
  }

  private Optional<Duration> adminAttempt(String address) {
    try {
      return attempts(kind -> limits.attempt(kind, admins(kind, address)));
    } catch (DataAccessException e) {
      return attempts(kind -> limits.attemptInMemory(kind, admins(kind, address)));
    }
  }

  private static Optional<Duration> attempts(Function<Kind, Optional<Duration>> attempt) {
    return attempt.apply(Kind.ADDRESS).or(() -> attempt.apply(Kind.PASSWORD));
  }

  private void adminSucceeded(String address) {
    limits.succeeded(Kind.ADDRESS, address);
    limits.succeeded(Kind.PASSWORD, EnvironmentAccess.ADMIN);
  }

  private void adminSucceededInMemory(String address) {
    limits.succeededInMemory(Kind.ADDRESS, address);
    limits.succeededInMemory(Kind.PASSWORD, EnvironmentAccess.ADMIN);
  }

  private static String admins(Kind kind, String address) {
    return kind == Kind.ADDRESS ? address : EnvironmentAccess.ADMIN;
  }

  private static void withRedisOr(Runnable withRedis, Runnable otherwise) {
    try {
      withRedis.run();
    } catch (DataAccessException e) {
      otherwise.run();
    }
  }

  private static boolean isActive(AccountRecord account) {
    return account.state() == AccountState.ACTIVE;
  }
}
