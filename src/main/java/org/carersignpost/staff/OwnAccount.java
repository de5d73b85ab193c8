package org.carersignpost.staff;

import java.util.Optional;
import org.carersignpost.staff.LoginLimits.Kind;
import org.springframework.stereotype.Component;

/// What people do with their own account.
@Component
public class OwnAccount {
  private final AccountStore store;
  private final Passwords passwords;
  private final LoginLimits limits;
  private final AccountWatch watch;
  private final Audit audit;

  OwnAccount(
      AccountStore store,
      Passwords passwords,
      LoginLimits limits,
      AccountWatch watch,
      Audit audit) {
    this.store = store;
    this.passwords = passwords;
    this.limits = limits;
    this.watch = watch;
    this.audit = audit;
  }

  /// Their account; empty for the administrator of the environment and for programs.
  ///
  /// @throws org.springframework.dao.DataAccessException if accounts cannot be reached
  public Optional<Account> of(StaffMember member) {
    return member.organisation().isPresent()
        ? store.find(member.name()).map(AccountRecord::account)
        : Optional.empty();
  }

  /// The generation that their logins now belong to.
  public long generation(StaffMember member) {
    return store.find(member.name()).map(AccountRecord::generation).orElse(0L);
  }

  /// Whether that is their password. A wrong one counts like one at the login.
  ///
  /// @throws StaffRefusedException with a sentence to show
  public void confirm(StaffMember member, String password) {
    if (limits.attempt(Kind.PASSWORD, member.name()).isPresent()) {
      throw new StaffRefusedException(
          StaffRefusedException.Kind.CONFLICT, "There were too many tries. Please wait a while.");
    }
    String hash = store.find(member.name()).map(a -> a.secrets().password()).orElse("");
    if (!passwords.matches(password, hash)) {
      throw new StaffRefusedException("That is not your password.");
    }
    limits.succeeded(Kind.PASSWORD, member.name());
  }

  /// Changes a password; all logins end but the one that goes on with the generation returned.
  ///
  /// @throws StaffRefusedException with a sentence to show
  public long changePassword(StaffMember member, String current, String wanted) {
    confirm(member, current);
    Passwords.fault(wanted, member.name(), member.displayName())
        .ifPresent(fault -> {
          throw new StaffRefusedException(fault);
        });
    String hash = passwords.hash(wanted);
    audit.write(member, AuditAction.ACCOUNT_PASSWORD, member.name());
    AccountRecord account =
        store
            .change(
                member.name(),
                found -> found.with(found.secrets().withPassword(hash)).nextGeneration())
            .orElseThrow(() -> new StaffRefusedException("There is no such account."));
    watch.ended(member.name());
    return account.generation();
  }
}
