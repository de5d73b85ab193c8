package org.carersignpost.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An account with all that is stored of it.
///
/// @param generation a login belongs to one generation and ends with it: raised whenever the role,
///   the teams, the password or the state changes, or the second factor is removed
/// @param lastLogin milliseconds, 0 for never
record AccountRecord(
    String name,
    Role role,
    String organisation,
    Set<String> teams,
    AccountState state,
    long generation,
    long lastLogin,
    Rota rota,
    Secrets secrets) {

  AccountRecord {
    teams = Set.copyOf(teams);
  }

  /// What is sealed.
  ///
  /// @param password its hash, empty while there is none
  /// @param totp the secret of the codes by app in Base64, empty while there is none
  /// @param totpStep the last step whose code was taken
  /// @param recovery hashes of the recovery codes that are left
  /// @param invitation the hash of the open invitation, empty if there is none
  /// @param invitedUntil when it ends, in milliseconds
  /// @param phone where calls from carers are put through, in E.164 form; accounts of older
  ///   versions are stored without it
  record Secrets(
      String displayName,
      String password,
      String totp,
      long totpStep,
      List<String> recovery,
      String invitation,
      long invitedUntil,
      Optional<String> phone) {

    Secrets {
      recovery = List.copyOf(recovery);
    }

    Secrets withDisplayName(String its) {
      return new Secrets(its, password, totp, totpStep, recovery, invitation, invitedUntil, phone);
    }

    /// With a new password; an invitation that led to it is used up.
    Secrets withPassword(String hash) {
      return new Secrets(displayName, hash, totp, totpStep, recovery, "", 0, phone);
    }

    Secrets withSecondFactor(String secret, long step, List<String> codes) {
      return new Secrets(
          displayName, password, secret, step, codes, invitation, invitedUntil, phone);
    }

    Secrets withInvitation(String hash, long until) {
      return new Secrets(displayName, password, totp, totpStep, recovery, hash, until, phone);
    }

    Secrets withPhone(Optional<String> its) {
      return new Secrets(
          displayName, password, totp, totpStep, recovery, invitation, invitedUntil, its);
    }
  }

  Account account() {
    return new Account(
        name,
        secrets.displayName,
        role,
        organisation,
        teams,
        state,
        hasSecondFactor(),
        secrets.recovery.size(),
        Optional.of(secrets.invitedUntil)
            .filter(until -> !secrets.invitation.isEmpty() && until > 0)
            .map(Instant::ofEpochMilli),
        Optional.of(lastLogin).filter(at -> at > 0).map(Instant::ofEpochMilli),
        rota,
        secrets.phone);
  }

  StaffMember member() {
    return account().member();
  }

  boolean hasSecondFactor() {
    return !secrets.totp.isEmpty();
  }

  AccountRecord with(Secrets its) {
    return new AccountRecord(
        name, role, organisation, teams, state, generation, lastLogin, rota, its);
  }

  AccountRecord with(Rota its) {
    return new AccountRecord(
        name, role, organisation, teams, state, generation, lastLogin, its, secrets);
  }

  AccountRecord with(AccountState its) {
    return new AccountRecord(
        name, role, organisation, teams, its, generation, lastLogin, rota, secrets);
  }

  AccountRecord with(Role itsRole, Set<String> itsTeams) {
    return new AccountRecord(
        name, itsRole, organisation, itsTeams, state, generation, lastLogin, rota, secrets);
  }

  AccountRecord loggedInAt(Instant now) {
    return new AccountRecord(
        name, role, organisation, teams, state, generation, now.toEpochMilli(), rota, secrets);
  }

  /// With all logins ended.
  AccountRecord nextGeneration() {
    return new AccountRecord(
        name, role, organisation, teams, state, generation + 1, lastLogin, rota, secrets);
  }
}
