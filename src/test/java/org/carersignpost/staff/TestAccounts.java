package org.carersignpost.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/// Makes accounts for tests of the whole service, without anybody being invited.
public final class TestAccounts {
  private TestAccounts() {}

  /// Adds somebody who can log in; whoever is there already stays.
  ///
  /// @param organisation the id of their organisation
  public static void add(
      ApplicationContext context,
      String name,
      String displayName,
      Role role,
      String organisation,
      String password) {
    String hash = context.getBean(Passwords.class).hash(password);
    AccountRecord.Secrets secrets =
        new AccountRecord.Secrets(displayName, hash, "", 0, List.of(), "", 0, Optional.empty());
    context
        .getBean(AccountStore.class)
        .add(
            new AccountRecord(
                name,
                role,
                organisation,
                Set.of("carers"),
                AccountState.ACTIVE,
                1,
                0,
                Rota.NONE,
                secrets));
  }
}
