package org.carersignpost.staff;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Follows the list of ended logins that all copies of the service share.
@Component
final class AccountWatch implements AccountChanges {
  private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);
  private static final double NOT_YET_READ = -1;

  private final AccountStore store;
  private final Accounts accounts;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private double last = NOT_YET_READ;

  AccountWatch(AccountStore store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  @Override
  public void listen(Consumer<String> listener) {
    listeners.add(listener);
  }

  /// Something of an account is another now, which ends no login.
  void changed(String name) {
    accounts.changed(name);
  }

  /// Tells this copy's listeners; the other copies follow within seconds.
  void ended(String name) {
    accounts.changed(name);
    listeners.forEach(listener -> listener.accept(name));
  }

  @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
  synchronized void follow() {
    try {
      boolean first = last == NOT_YET_READ;
      AccountStore.Ended found = store.endedSince(Math.max(last, 0));
      last = found.last();
      if (!first) {
        found.names().forEach(this::ended);
      }
    } catch (DataAccessException e) {
      LOG.debug("Whose logins ended is not known: {}", e.getClass().getSimpleName());
    }
  }
}
