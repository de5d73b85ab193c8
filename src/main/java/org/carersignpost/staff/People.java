package org.carersignpost.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.carersignpost.staff.StaffRefusedException.Kind;
import org.springframework.stereotype.Component;

/// The people who have an account, as an admin manages them: those of the own organisation, or of
/// all for the administrator of the environment.
///
/// Every change is in the audit log before it is made. All methods throw a [StaffRefusedException]
/// with a sentence to show, and a `DataAccessException` where accounts or the log cannot be
/// reached.
@Component
public class People {
  /// How long an invitation can be accepted.
  public static final Duration INVITATION_LASTS = Duration.ofDays(7);

  private final AccountStore store;
  private final PersonRules rules;
  private final AccountWatch watch;
  private final Presence presence;
  private final Audit audit;
  private final Clock clock;

  People(
      AccountStore store,
      PersonRules rules,
      AccountWatch watch,
      Presence presence,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.rules = rules;
    this.watch = watch;
    this.presence = presence;
    this.audit = audit;
    this.clock = clock;
  }

  /// An invitation just made.
  ///
  /// @param token the secret part of its link, to be shown once
  public record Invited(Account account, String token) {}

  /// All whom somebody may manage, by name.
  public List<Account> list(StaffMember by) {
    PersonRules.checkMayManage(by, by.organisation().orElse(""), Role.STAFF);
    return store.all().stream()
        .filter(account -> PersonRules.isOwn(by, account.organisation()))
        .map(AccountRecord::account)
        .sorted(Comparator.comparing(Account::name))
        .toList();
  }

  /// Those who can log in and work for the same organisation; for those who answer for all
  /// organisations, everybody.
  public List<StaffMember> colleagues(StaffMember of) {
    return store.all().stream()
        .filter(account -> account.state() == AccountState.ACTIVE)
        .filter(account -> PersonRules.isOwn(of, account.organisation()))
        .map(AccountRecord::member)
        .sorted(Comparator.comparing(StaffMember::displayName))
        .toList();
  }

  /// One of those whom somebody may manage.
  public Account find(StaffMember by, String name) {
    return store
        .find(name)
        .filter(account -> by.is(Role.ADMIN) && PersonRules.isOwn(by, account.organisation()))
        .orElseThrow(People::missing)
        .account();
  }

  /// Invites somebody.
  public Invited invite(StaffMember by, NewPerson asked) {
    NewPerson person =
        new NewPerson(
            Logins.canonical(asked.name()),
            asked.displayName().strip(),
            asked.role(),
            asked.organisation(),
            asked.teams());
    PersonRules.checkMayManage(by, person.organisation(), person.role());
    rules.check(person);
    if (store.find(person.name()).isPresent()) {
      throw taken();
    }
    audit.write(by, AuditAction.ACCOUNT_INVITE, person.name());
    String token = Secret.random();
    AccountRecord account =
        new AccountRecord(
            person.name(),
            person.role(),
            person.organisation(),
            person.teams(),
            AccountState.INVITED,
            1,
            0,
            Rota.NONE,
            new AccountRecord.Secrets(
                    person.displayName(), "", "", 0, List.of(), "", 0, Optional.empty())
                .withInvitation(Secret.hash(token), invitationEnds()));
    store.keepInvitation(Secret.hash(token), person.name());
    if (!store.add(account)) {
      throw taken();
    }
    return new Invited(account.account(), token);
  }

  /// Invites somebody again: their password is void, their logins end, and the link lets them
  /// choose another.
  public Invited inviteAgain(StaffMember by, String name) {
    String token = Secret.random();
    store.keepInvitation(Secret.hash(token), name);
    Account account =
        change(
            by,
            name,
            AuditAction.ACCOUNT_INVITE,
            found -> {
              if (found.state() == AccountState.DISABLED) {
                throw new StaffRefusedException(
                    Kind.CONFLICT, "This account is closed. Open it again first.");
              }
              return found
                  .with(AccountState.INVITED)
                  .with(
                      found
                          .secrets()
                          .withPassword("")
                          .withInvitation(Secret.hash(token), invitationEnds()))
                  .nextGeneration();
            });
    return new Invited(account, token);
  }

  /// Changes somebody's name to show, role and teams. Another role or other teams end their logins.
  public Account change(
      StaffMember by, String name, String displayName, Role role, Set<String> teams) {
    rules.checkDisplayName(displayName);
    return change(
        by,
        name,
        AuditAction.ACCOUNT_CHANGE,
        found -> {
          PersonRules.checkMayManage(by, found.organisation(), role);
          rules.checkTeams(found.organisation(), teams);
          if (by.name().equals(name) && role != found.role()) {
            throw new StaffRefusedException(
                Kind.CONFLICT, "Your own role can only be changed by another admin.");
          }
          AccountRecord named = found.with(found.secrets().withDisplayName(displayName.strip()));
          boolean same = found.role() == role && found.teams().equals(teams);
          return same ? named : named.with(role, teams).nextGeneration();
        });
  }

  /// Closes an account at once, with all its logins.
  public Account disable(StaffMember by, String name) {
    if (by.name().equals(name)) {
      throw new StaffRefusedException(
          Kind.CONFLICT, "Your own account can only be closed by another admin.");
    }
    Account account =
        change(
            by,
            name,
            AuditAction.ACCOUNT_DISABLE,
            found ->
                found
                    .with(AccountState.DISABLED)
                    .with(found.secrets().withInvitation("", 0))
                    .nextGeneration());
    presence.leave(name);
    return account;
  }

  /// Opens an account again.
  public Account enable(StaffMember by, String name) {
    return change(
        by,
        name,
        AuditAction.ACCOUNT_ENABLE,
        found ->
            found.state() != AccountState.DISABLED
                ? found
                : found
                    .with(
                        found.secrets().password().isEmpty()
                            ? AccountState.INVITED
                            : AccountState.ACTIVE)
                    .nextGeneration());
  }

  /// Removes somebody's codes by app, for when their phone and their recovery codes are gone.
  public Account resetSecondFactor(StaffMember by, String name) {
    return change(
        by,
        name,
        AuditAction.ACCOUNT_SECOND_FACTOR_RESET,
        found -> found.with(found.secrets().withSecondFactor("", 0, List.of())).nextGeneration());
  }

  /// Sets when somebody works. Everybody may for themselves, and an admin for their people.
  public Account setRota(StaffMember by, String name, Rota rota) {
    return by.name().equals(name) && by.organisation().isPresent()
        ? written(by, name, AuditAction.ACCOUNT_ROTA, found -> found.with(rota))
        : change(by, name, AuditAction.ACCOUNT_ROTA, found -> found.with(rota));
  }

  /// Sets the phone that rings when somebody is on duty and a carer who rings asks for a person, or
  /// takes it away. Everybody may for themselves, and an admin for their people. The log does not
  /// say the number.
  public Account setPhone(StaffMember by, String name, Optional<StaffPhone> phone) {
    UnaryOperator<AccountRecord> change =
        found -> found.with(found.secrets().withPhone(phone.map(StaffPhone::e164)));
    return by.name().equals(name) && by.organisation().isPresent()
        ? written(by, name, AuditAction.ACCOUNT_PHONE, change)
        : change(by, name, AuditAction.ACCOUNT_PHONE, change);
  }

  private Account change(
      StaffMember by, String name, AuditAction action, UnaryOperator<AccountRecord> change) {
    Account before = find(by, name);
    PersonRules.checkMayManage(by, before.organisation(), before.role());
    return written(by, name, action, change);
  }

  private Account written(
      StaffMember by, String name, AuditAction action, UnaryOperator<AccountRecord> change) {
    AccountRecord before = store.find(name).orElseThrow(People::missing);
    // A refusal must come before the log says that it was done.
    var _ = change.apply(before);
    audit.write(by, action, name);
    AccountRecord after = store.change(name, change).orElseThrow(People::missing);
    if (after.generation() != before.generation()) {
      watch.ended(name);
    } else {
      watch.changed(name);
    }
    return after.account();
  }

  private long invitationEnds() {
    return clock.instant().plus(INVITATION_LASTS).toEpochMilli();
  }

  private static StaffRefusedException missing() {
    return new StaffRefusedException(Kind.MISSING, "There is no such account.");
  }

  private static StaffRefusedException taken() {
    return new StaffRefusedException(Kind.CONFLICT, "There is an account of that name already.");
  }
}
