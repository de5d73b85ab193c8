package org.carersignpost.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who may come in: the people who have an account, the administrator of the environment, and the
/// programs that hold a token.
///
/// What a request needs to know of an account is read at most every few seconds, so a change takes
/// effect within them on every copy of the service, and at once on the one where it was made.
@Component
public class Accounts {
  /// The name of the administrator whose password the environment gives: the way in of last resort,
  /// for all organisations, also while Redis is away.
  public static final String ADMIN = EnvironmentAccess.ADMIN;

  private final EnvironmentAccess environment;
  private final AccountStore store;
  private final ApiTokens tokens;
  private final Recent<Optional<AccountRecord>> recent;

  Accounts(EnvironmentAccess environment, AccountStore store, ApiTokens tokens, Clock clock) {
    this.environment = environment;
    this.store = store;
    this.tokens = tokens;
    this.recent = new Recent<>(clock, Duration.ofSeconds(5), AccountStore.MOST);
  }

  /// The staff member of a login, as they are now; empty when the login has ended.
  ///
  /// @param generation as it was when they logged in
  /// @throws org.springframework.dao.DataAccessException if accounts cannot be reached
  public Optional<StaffMember> loggedIn(String name, long generation) {
    if (name.equals(ADMIN)) {
      return environment.isCurrent(generation)
          ? Optional.of(EnvironmentAccess.admin())
          : Optional.empty();
    }
    return recent
        .get(name, store::find)
        .filter(account -> account.state() == AccountState.ACTIVE)
        .filter(account -> account.generation() == generation)
        .map(AccountRecord::member);
  }

  /// The staff member of that name, if they can log in.
  ///
  /// @throws org.springframework.dao.DataAccessException if accounts cannot be reached
  public Optional<StaffMember> byName(String name) {
    if (name.equals(ADMIN)) {
      return Optional.of(EnvironmentAccess.admin());
    }
    return recent
        .get(name, store::find)
        .filter(account -> account.state() == AccountState.ACTIVE)
        .map(AccountRecord::member);
  }

  /// Where calls ring somebody, if they take calls. A program has no phone, whatever its name.
  ///
  /// @throws org.springframework.dao.DataAccessException if accounts cannot be reached
  public Optional<StaffPhone> phoneOf(StaffMember member) {
    return recent
        .get(member.name(), store::find)
        .filter(account -> account.state() == AccountState.ACTIVE)
        .filter(account -> account.member().equals(member))
        .flatMap(account -> account.secrets().phone())
        .map(StaffPhone::new);
  }

  /// The program that holds a token.
  ///
  /// @throws org.springframework.dao.DataAccessException if tokens cannot be reached
  public Optional<StaffMember> byToken(String token) {
    Optional<StaffMember> known = environment.byToken(token);
    return known.isPresent() ? known : tokens.holder(token);
  }

  /// Forgets what was read of an account.
  void changed(String name) {
    recent.forget(name);
  }
}
