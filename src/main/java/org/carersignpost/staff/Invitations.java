package org.carersignpost.staff;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.carersignpost.staff.StaffRefusedException.Kind;
import org.springframework.stereotype.Component;

/// Links by which somebody chooses a password: each works once, and for some days.
@Component
public class Invitations {
  private final AccountStore store;
  private final Passwords passwords;
  private final AccountWatch watch;
  private final Logins logins;
  private final Audit audit;
  private final Clock clock;

  Invitations(
      AccountStore store,
      Passwords passwords,
      AccountWatch watch,
      Logins logins,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.watch = watch;
    this.logins = logins;
    this.audit = audit;
    this.clock = clock;
  }

  /// Who is invited by a link; empty if it was used, is too old or never was one.
  ///
  /// @throws org.springframework.dao.DataAccessException if accounts cannot be reached
  public Optional<Account> find(String token) {
    String hash = Secret.hash(token);
    return store
        .invitation(hash)
        .flatMap(store::find)
        .filter(account -> isOpen(account, hash))
        .map(AccountRecord::account);
  }

  /// Accepts an invitation with a password, which then counts as the first step of a login.
  ///
  /// @throws StaffRefusedException if the link is no longer good, or the password is not good
  ///   enough; the message says why
  /// @throws org.springframework.dao.DataAccessException if accounts cannot be reached
  public LoginStep accept(String token, String password) {
    Account invited = find(token).orElseThrow(Invitations::used);
    Passwords.fault(password, invited.name(), invited.displayName())
        .ifPresent(fault -> {
          throw new StaffRefusedException(fault);
        });
    String hash = Secret.hash(token);
    String passwordHash = passwords.hash(password);
    UnaryOperator<AccountRecord> accepting =
        account -> {
          if (!isOpen(account, hash)) {
            throw used();
          }
          return account
              .with(AccountState.ACTIVE)
              .with(account.secrets().withPassword(passwordHash))
              .nextGeneration();
        };
    audit.write(invited.member(), AuditAction.ACCOUNT_ACCEPT, invited.name());
    AccountRecord account = store.change(invited.name(), accepting).orElseThrow(Invitations::used);
    store.forgetInvitation(hash);
    watch.ended(account.name());
    return logins.afterPassword(account);
  }

  /// Forgets links that lead nowhere any more.
  void sweep() {
    for (String hash : store.invitations()) {
      boolean open =
          store.invitation(hash).flatMap(store::find).filter(a -> isOpen(a, hash)).isPresent();
      if (!open) {
        store.forgetInvitation(hash);
      }
    }
  }

  private boolean isOpen(AccountRecord account, String hash) {
    AccountRecord.Secrets secrets = account.secrets();
    return account.state() == AccountState.INVITED
        && Secret.same(secrets.invitation(), hash)
        && clock.millis() < secrets.invitedUntil();
  }

  private static StaffRefusedException used() {
    return new StaffRefusedException(
        Kind.MISSING, "This link has been used or is too old. Ask for another.");
  }
}
