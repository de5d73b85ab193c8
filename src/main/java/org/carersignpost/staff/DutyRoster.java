package org.carersignpost.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Whom a carer on the phone line can be put through to.
///
/// It is asked at every step of every call, so each copy of the service remembers the answer for
/// two seconds: whoever has just gone off duty may still be rung in that time.
@Component
public class DutyRoster {
  private static final Duration REMEMBERED = Duration.ofSeconds(2);
  private static final String ALL = "all";
  private static final Logger LOG = LoggerFactory.getLogger(DutyRoster.class);

  private final Presence presence;
  private final AccountStore store;
  private final Recent<List<OnDuty>> recent;

  DutyRoster(Presence presence, AccountStore store, Clock clock) {
    this.presence = presence;
    this.store = store;
    this.recent = new Recent<>(clock, REMEMBERED, 1);
  }

  /// Somebody on duty who takes calls.
  ///
  /// @param name of the account
  /// @param phone in E.164 form; [#toString] hides it from logs
  public record Reachable(String name, String displayName, String phone) {
    @Override
    public String toString() {
      return "Reachable[" + name + "]";
    }
  }

  private record OnDuty(Reachable person, Set<String> teams) {}

  /// Who is on duty for any of some teams and has a phone for calls, by account name. While Redis
  /// is away nobody is.
  public List<Reachable> reachable(Set<String> teams) {
    return recent.get(ALL, _ -> read()).stream()
        .filter(each -> !Collections.disjoint(each.teams, teams))
        .map(OnDuty::person)
        .toList();
  }

  private List<OnDuty> read() {
    try {
      return store.find(presence.onDuty()).stream()
          .filter(account -> account.state() == AccountState.ACTIVE)
          .sorted(Comparator.comparing(AccountRecord::name))
          .flatMap(DutyRoster::withPhone)
          .toList();
    } catch (DataAccessException e) {
      // Remembered too, or every call would wait for Redis at every step.
      LOG.debug("Who can be rung is not known: {}", e.getClass().getSimpleName());
      return List.of();
    }
  }

  private static Stream<OnDuty> withPhone(AccountRecord account) {
    AccountRecord.Secrets secrets = account.secrets();
    return secrets.phone().stream()
        .map(phone -> new Reachable(account.name(), secrets.displayName(), phone))
        .map(person -> new OnDuty(person, account.teams()));
  }
}
