package org.carersignpost.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.conversation.TestRedis;
import org.carersignpost.privacy.Seal;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// One copy of the service as far as staff are concerned.
final class StaffFixture implements AutoCloseable {
  static final StaffMember ADMIN = StaffMember.ofAll("admin", Role.ADMIN);
  static final String ADMIN_PASSWORD = "password-of-the-tests";
  static final String PASSWORD = "purple kettle on the roof";
  static final String ADDRESS = "192.0.2.1";
  private static final int CHEAPEST_HASH = 4;

  final Organisations organisations =
      new Organisations(
          List.of(
              new Organisation(
                  "partnership", "Partnership", List.of(team("carers", "partnership", true))),
              new Organisation("council", "Council", List.of(team("adults", "council", false)))));
  final AccountStore store;
  final Audit audit;
  final ApiTokens tokens;
  final Accounts accounts;
  final AccountWatch watch;
  final LoginLimits limits;
  final SecondFactors secondFactors;
  final Presence presence;
  final DutyRoster roster;
  final Logins logins;
  final People people;
  final Invitations invitations;
  final OwnAccount own;
  private final LettuceConnectionFactory connections;

  /// @param phones the time that phones have
  StaffFixture(TestRedis servers, Clock clock, InstantSource phones) {
    connections = servers.connections();
    StringRedisTemplate redis = new StringRedisTemplate(connections);
    Seal seal = new Seal("a root secret for tests only");
    EnvironmentAccess environment = new EnvironmentAccess(ADMIN_PASSWORD, "token-of-the-tests");
    Passwords passwords = new Passwords(CHEAPEST_HASH);
    store = new AccountStore(redis, seal);
    audit = new Audit(redis, clock, Duration.ofDays(400));
    tokens = new ApiTokens(redis, seal, organisations, audit, clock);
    accounts = new Accounts(environment, store, tokens, clock);
    watch = new AccountWatch(store, accounts);
    limits = new LoginLimits(redis, clock);
    secondFactors = new SecondFactors(store, accounts, audit, "", false, phones);
    presence = new Presence(redis, store, audit, clock, ZoneId.of("Europe/London"));
    roster = new DutyRoster(presence, store, clock);
    logins =
        new Logins(environment, store, limits, passwords, secondFactors, presence, audit, clock);
    people = new People(store, new PersonRules(organisations), watch, presence, audit, clock);
    invitations = new Invitations(store, passwords, watch, logins, audit, clock);
    own = new OwnAccount(store, passwords, limits, watch, audit);
  }

  StaffFixture(TestRedis servers, Clock clock) {
    this(servers, clock, InstantSource.fixed(Instant.parse("2026-03-02T10:15:00Z")));
  }

  /// Somebody who has accepted an invitation.
  StaffMember person(String name, Role role, String organisation) {
    People.Invited invited =
        people.invite(ADMIN, new NewPerson(name, "Anna " + name, role, organisation, Set.of()));
    invitations.accept(invited.token(), PASSWORD);
    return store.find(name).orElseThrow().member();
  }

  LoginStep logIn(String name, String password) {
    return logins.byPassword(name, password, ADDRESS);
  }

  private static Team team(String id, String organisation, boolean shared) {
    return new Team(
        id, id, organisation, shared, false, false, List.of(), List.of(), Optional.empty());
  }

  @Override
  public void close() {
    connections.destroy();
  }
}
