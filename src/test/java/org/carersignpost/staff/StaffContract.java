package org.carersignpost.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carersignpost.staff.StaffFixture.ADMIN;
import static org.carersignpost.staff.StaffFixture.ADMIN_PASSWORD;
import static org.carersignpost.staff.StaffFixture.PASSWORD;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carersignpost.TestClock;
import org.carersignpost.conversation.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/// What must hold of accounts, logins, audit and presence on one Redis and on a Cluster alike.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StaffContract {
  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");

  private final TestClock clock = new TestClock();
  private TestRedis redis;
  private StaffFixture here;
  private StaffFixture there;

  abstract TestRedis started(Path folder);

  @BeforeAll
  void startRedis(@TempDir Path folder) {
    redis = started(folder);
  }

  @AfterAll
  void stopRedis() {
    redis.close();
  }

  @BeforeEach
  void start() {
    redis.clear();
    clock.set(START);
    here = new StaffFixture(redis, clock);
    there = new StaffFixture(redis, clock);
  }

  @AfterEach
  void stop() {
    here.close();
    there.close();
  }

  private void later(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  private static void isRefused(ThrowingCallable call, StaffRefusedException.Kind kind) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StaffRefusedException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static <T> List<T> atOnce(int times, Supplier<T> call) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, times)
          .mapToObj(i -> CompletableFuture.supplyAsync(call, threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  @Test
  void anInvitationWorksOnceAndForAWeek() {
    NewPerson person =
        new NewPerson("Anna@Example.org", "Anna S", Role.STAFF, "council", Set.of("adults"));
    People.Invited invited = here.people.invite(ADMIN, person);
    assertThat(here.invitations.find(invited.token()).orElseThrow().name())
        .isEqualTo("anna@example.org");
    later(Duration.ofDays(7));
    assertThat(there.invitations.find(invited.token())).isEmpty();
    there.invitations.sweep();
    assertThat(there.store.invitations()).isEmpty();

    People.Invited again = here.people.inviteAgain(ADMIN, "anna@example.org");
    List<Boolean> accepted =
        atOnce(
            4,
            () -> {
              try {
                return there.invitations.accept(again.token(), PASSWORD) instanceof LoginStep.In;
              } catch (StaffRefusedException e) {
                return false;
              }
            });
    assertThat(accepted).containsOnlyOnce(true);
    assertThat(here.logIn("anna@example.org", PASSWORD)).isInstanceOf(LoginStep.In.class);
    isRefused(() -> here.people.invite(ADMIN, person), StaffRefusedException.Kind.CONFLICT);
  }

  @Test
  void whatPeopleAreCalledAndTheirSecretsLieSealed() {
    here.person("anna", Role.STAFF, "council");
    ApiTokens.Made token =
        here.tokens.make(
            ADMIN, "Weekly figures", Role.STAFF, Optional.empty(), LocalDate.of(2026, 12, 31));
    here.people.setPhone(ADMIN, "anna", StaffPhone.parse("07700 900801"));
    String everything = redis.everything();
    assertThat(everything).contains("anna", "council");
    assertThat(everything).doesNotContain("Anna", "bcrypt", "Weekly", token.secret(), "7700900801");
  }

  @Test
  void anAdminManagesTheirOwnOrganisationAndNobodyElse() {
    StaffMember admin = here.person("boss", Role.ADMIN, "council");
    StaffMember supervisor = here.person("lead", Role.SUPERVISOR, "council");
    here.person("elsewhere", Role.STAFF, "partnership");

    assertThat(here.people.list(admin)).extracting(Account::name).containsExactly("boss", "lead");
    assertThat(here.people.list(ADMIN)).hasSize(3);
    isRefused(() -> here.people.find(admin, "elsewhere"), StaffRefusedException.Kind.MISSING);
    isRefused(() -> here.people.disable(admin, "elsewhere"), StaffRefusedException.Kind.MISSING);
    isRefused(
        () -> here.people.inviteAgain(admin, "elsewhere"), StaffRefusedException.Kind.MISSING);
    isRefused(() -> here.people.list(supervisor), StaffRefusedException.Kind.FORBIDDEN);
    isRefused(
        () -> invite(admin, "new", Role.STAFF, "partnership"),
        StaffRefusedException.Kind.FORBIDDEN);
    isRefused(
        () -> invite(supervisor, "new", Role.STAFF, "council"),
        StaffRefusedException.Kind.FORBIDDEN);
    isRefused(() -> here.people.disable(admin, "boss"), StaffRefusedException.Kind.CONFLICT);
    isRefused(
        () -> here.people.change(admin, "boss", "Boss", Role.STAFF, Set.of()),
        StaffRefusedException.Kind.CONFLICT);
    isRefused(
        () -> here.people.change(admin, "lead", "Lead", Role.STAFF, Set.of("carers")),
        StaffRefusedException.Kind.WRONG);
    for (String name : List.of("admin", "api", "token-1", "A b", "x", "unknown")) {
      isRefused(() -> invite(ADMIN, name, Role.STAFF, "council"), StaffRefusedException.Kind.WRONG);
    }
    isRefused(
        () ->
            here.tokens.make(
                admin, "all", Role.STAFF, Optional.empty(), LocalDate.of(2026, 12, 31)),
        StaffRefusedException.Kind.FORBIDDEN);
    assertThat(invite(admin, "new", Role.ADMIN, "council").account().role()).isEqualTo(Role.ADMIN);
  }

  private People.Invited invite(StaffMember by, String name, Role role, String organisation) {
    return here.people.invite(by, new NewPerson(name, "Somebody", role, organisation, Set.of()));
  }

  @Test
  void aClosedAccountIsOutOnEveryCopyWithinSeconds() {
    here.person("anna", Role.STAFF, "council");
    LoginStep.In in = (LoginStep.In) there.logIn("anna", PASSWORD);
    List<String> told = new ArrayList<>();
    there.watch.follow();
    there.watch.listen(told::add);
    assertThat(there.accounts.loggedIn("anna", in.generation())).isPresent();

    here.people.disable(ADMIN, "anna");
    assertThat(here.accounts.loggedIn("anna", in.generation())).isEmpty();
    later(Duration.ofSeconds(5));
    assertThat(there.accounts.loggedIn("anna", in.generation())).isEmpty();
    there.watch.follow();
    assertThat(told).containsExactly("anna");
    here.people.enable(ADMIN, "anna");
    later(Duration.ofSeconds(5));
    assertThat(there.accounts.loggedIn("anna", in.generation())).isEmpty();
    assertThat(there.logIn("anna", PASSWORD)).isInstanceOf(LoginStep.In.class);
  }

  @Test
  void pausesGrowWithEveryFailureAndOneSuccessForgives() {
    here.person("anna", Role.STAFF, "council");
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      assertThat(here.logIn("anna", "wrong")).isInstanceOf(LoginStep.Wrong.class);
    }
    for (int i = 0; i < 8; i++) {
      LoginStep.Wait wait = (LoginStep.Wait) there.logIn("anna", PASSWORD);
      pauses.add(wait.atLeast().toMinutes());
      later(wait.atLeast());
      assertThat(here.logIn("anna", "wrong")).isInstanceOf(LoginStep.Wrong.class);
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    later(Duration.ofHours(1));
    assertThat(here.logIn("anna", PASSWORD)).isInstanceOf(LoginStep.In.class);
    assertThat(here.logIn("anna", "wrong")).isInstanceOf(LoginStep.Wrong.class);
    assertThat(here.logIn("anna", PASSWORD)).isInstanceOf(LoginStep.In.class);
  }

  @Test
  void manyTriesAtOnceDoNotSlipThrough() {
    List<LoginStep> steps = atOnce(20, () -> here.logIn("nobody", "wrong"));
    assertThat(steps.stream().filter(step -> step instanceof LoginStep.Wrong)).hasSize(5);
    assertThat(
            atOnce(10, () -> there.logIn("admin", "wrong")).stream()
                .filter(step -> step instanceof LoginStep.Wrong))
        .hasSize(5);
    assertThat(here.logIn("admin", ADMIN_PASSWORD)).isInstanceOf(LoginStep.Wait.class);
  }

  @Test
  void oneAddressTriesManyNamesOnlySoLong() {
    List<LoginStep> steps = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      steps.add(here.logIn("name" + i, "wrong"));
    }
    assertThat(steps.stream().filter(step -> step instanceof LoginStep.Wrong)).hasSize(60);
    assertThat(here.logins.byPassword("name99", "wrong", "192.0.2.2"))
        .isInstanceOf(LoginStep.Wrong.class);
  }

  @Test
  void aCodeIsTakenOnceAndOnlyAroundItsHalfMinute() {
    here.person("anna", Role.SUPERVISOR, "council");
    LoginStep.CodeWanted wanted = (LoginStep.CodeWanted) here.logIn("anna", PASSWORD);
    assertThat(wanted.setUp()).isFalse();
    String secret = here.secondFactors.offer("anna").secret();
    byte[] key = Base32.decode(secret);
    long now = START.getEpochSecond() / 30;
    List<String> recovery =
        here.secondFactors.confirm("anna", secret, code(key, now), false).orElseThrow();
    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    isRefused(
        () -> here.secondFactors.confirm("anna", secret, code(key, now), false),
        StaffRefusedException.Kind.CONFLICT);

    assertThat(byCode(wanted, code(key, now))).isInstanceOf(LoginStep.Wrong.class);
    assertThat(byCode(wanted, code(key, now - 1))).isInstanceOf(LoginStep.Wrong.class);
    assertThat(byCode(wanted, code(key, now + 2))).isInstanceOf(LoginStep.Wrong.class);
    List<LoginStep> steps = atOnce(2, () -> byCode(wanted, code(key, now + 1)));
    assertThat(steps).hasAtLeastOneElementOfType(LoginStep.In.class);
    assertThat(steps.stream().filter(step -> step instanceof LoginStep.In)).hasSize(1);

    String first = recovery.getFirst();
    assertThat(byCode(wanted, " " + first.toUpperCase(Locale.ROOT)))
        .isInstanceOf(LoginStep.In.class);
    assertThat(byCode(wanted, first)).isInstanceOf(LoginStep.Wrong.class);
    for (int i = 0; i < 4; i++) {
      assertThat(byCode(wanted, "000000")).isInstanceOf(LoginStep.Wrong.class);
    }
    assertThat(byCode(wanted, recovery.getLast())).isInstanceOf(LoginStep.Wait.class);
  }

  private LoginStep byCode(LoginStep.CodeWanted wanted, String code) {
    return here.logins.byCode(wanted.name(), wanted.generation(), code, StaffFixture.ADDRESS);
  }

  private static String code(byte[] key, long step) {
    return SecondFactorsTests.codeAt(key, step);
  }

  @Test
  void aTokenStopsWithItsLastDayAndWhenItIsRevoked() {
    StaffMember admin = here.person("boss", Role.ADMIN, "council");
    ApiTokens.Made made =
        here.tokens.make(
            admin, "figures", Role.SUPERVISOR, Optional.of("council"), LocalDate.of(2026, 3, 10));
    StaffMember holder = there.accounts.byToken(made.secret()).orElseThrow();
    assertThat(holder.organisation()).contains("council");
    assertThat(holder.role()).isEqualTo(Role.SUPERVISOR);
    assertThat(holder.name()).isEqualTo("token-" + made.token().id());
    assertThat(here.tokens.list(admin).getFirst().lastUsed()).contains(LocalDate.of(2026, 3, 2));
    assertThat(here.accounts.byToken("cs_wrong")).isEmpty();
    assertThat(here.accounts.byToken("token-of-the-tests")).isPresent();

    clock.set(Instant.parse("2026-03-10T23:59:59Z"));
    assertThat(there.accounts.byToken(made.secret())).isPresent();
    clock.set(Instant.parse("2026-03-11T00:00:00Z"));
    assertThat(there.accounts.byToken(made.secret())).isEmpty();
    here.tokens.sweep();
    assertThat(here.tokens.list(ADMIN)).isEmpty();

    ApiTokens.Made other =
        here.tokens.make(
            admin, "other", Role.STAFF, Optional.of("council"), LocalDate.of(2026, 12, 31));
    assertThat(there.accounts.byToken(other.secret())).isPresent();
    here.tokens.revoke(admin, other.token().id());
    later(Duration.ofSeconds(5));
    assertThat(there.accounts.byToken(other.secret())).isEmpty();
  }

  @Test
  void theAuditLogIsReadPageByPageByWhoeverMaySeeIt() {
    StaffMember anna =
        new StaffMember("anna", "Anna", Role.STAFF, Optional.of("council"), Set.of());
    StaffMember lead =
        new StaffMember("lead", "Lead", Role.SUPERVISOR, Optional.of("council"), Set.of());
    for (int i = 0; i < 7; i++) {
      here.audit.write(anna, AuditAction.READ, "conversation-" + i, Optional.of("adults"));
      here.audit.write(ADMIN, AuditAction.LOGIN);
      later(Duration.ofMinutes(1));
    }
    // A clock that runs back loses nothing, and the order stays.
    later(Duration.ofHours(-1));
    here.audit.write(anna, AuditAction.CLOSE, "conversation-1");

    AuditPage first = there.audit.search(lead, AuditQuery.all(), 5);
    assertThat(first.items()).hasSize(5).allMatch(entry -> entry.who().equals("anna"));
    assertThat(first.items().getFirst().action()).isEqualTo(AuditAction.CLOSE);
    AuditPage second = there.audit.search(lead, before(first), 5);
    assertThat(second.items()).hasSize(3);
    assertThat(second.next()).isEmpty();
    assertThat(there.audit.search(ADMIN, AuditQuery.all(), 200).items()).hasSize(15);
    assertThat(there.audit.search(lead, about("conversation-1"), 10).items())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.CLOSE, AuditAction.READ);
    assertThat(
            there
                .audit
                .search(lead, between(START.plusSeconds(60), START.plusSeconds(180)), 10)
                .items())
        .extracting(entry -> entry.about().orElseThrow())
        .containsExactly("conversation-2", "conversation-1");
    assertThatThrownBy(() -> here.audit.write(anna, AuditAction.NOTE, "mum is ill"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AuditQuery before(AuditPage page) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        page.next());
  }

  private static AuditQuery about(String id) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditQuery between(Instant from, Instant to) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(from),
        Optional.of(to),
        Optional.empty());
  }

  @Test
  void theAuditLogForgetsAfterFourHundredDays() {
    here.audit.write(ADMIN, AuditAction.LOGIN);
    later(Duration.ofDays(399));
    here.audit.write(ADMIN, AuditAction.LOGOUT);
    here.audit.trim();
    assertThat(here.audit.search(ADMIN, AuditQuery.all(), 10).items()).hasSize(2);
    later(Duration.ofDays(2));
    here.audit.trim();
    assertThat(here.audit.search(ADMIN, AuditQuery.all(), 10).items())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.LOGOUT);
  }

  @Test
  void onePageOfTheAuditLogLooksAtSoMuchAndNoMore() {
    StaffMember lead =
        new StaffMember("lead", "Lead", Role.SUPERVISOR, Optional.of("council"), Set.of());
    here.audit.write(lead, AuditAction.LOGIN);
    for (int i = 0; i < 5_100; i++) {
      here.audit.write(ADMIN, AuditAction.LIST);
    }
    AuditPage page = here.audit.search(lead, AuditQuery.all(), 10);
    assertThat(page.items()).isEmpty();
    assertThat(here.audit.search(lead, before(page), 10).items()).hasSize(1);
  }

  @Test
  void whoFallsSilentLeavesAndOneCopyIsTold() {
    StaffMember anna = here.person("anna", Role.STAFF, "council");
    StaffMember beth = here.person("beth", Role.STAFF, "council");
    List<String> told = new ArrayList<>();
    Stream.of(here, there).forEach(copy -> copy.presence.onLeave(told::add));
    here.presence.goOnDuty(anna);
    there.presence.seen(beth);
    later(Duration.ofMinutes(60));
    there.presence.seen(beth);
    later(Duration.ofMinutes(31));
    here.presence.sweep();
    there.presence.sweep();

    assertThat(told).containsExactly("anna");
    assertThat(here.presence.onDuty()).isEmpty();
    assertThat(here.presence.present()).containsOnlyKeys("beth");
    here.logins.out(beth);
    assertThat(told).containsExactly("anna", "beth");
  }

  @Test
  void dutyEndsWithTheShift() {
    StaffMember anna = here.person("anna", Role.STAFF, "council");
    here.people.setRota(anna, "anna", Rota.parse("monday 09:00-10:30 10:30-11:00"));
    assertThat(here.presence.shiftEndsAt(anna, START))
        .contains(Instant.parse("2026-03-02T11:00:00Z"));
    List<String> told = new ArrayList<>();
    here.presence.onLeave(told::add);
    clock.set(Instant.parse("2026-03-02T08:30:00Z"));
    here.presence.goOnDuty(anna);
    for (int i = 0; i < 5; i++) {
      later(Duration.ofMinutes(30));
      here.presence.seen(anna);
    }
    assertThat(there.presence.isOnDuty("anna")).isFalse();
    here.presence.sweep();
    there.presence.sweep();
    assertThat(there.presence.present()).containsKey("anna");
    assertThat(told).containsExactly("anna");
  }

  @Test
  void aPhoneIsSetByItsOwnerOrTheirAdminAndTheLogDoesNotSayIt() {
    StaffMember anna = here.person("anna", Role.STAFF, "council");
    StaffMember boss = here.person("boss", Role.ADMIN, "council");
    StaffMember neighbour = here.person("neighbour", Role.ADMIN, "partnership");
    Optional<StaffPhone> phone = StaffPhone.parse("07700 900801");

    assertThat(here.people.setPhone(anna, "anna", phone).phone()).contains("+447700900801");
    assertThat(there.own.of(anna).orElseThrow().writtenPhone()).isEqualTo("07700 900801");
    isRefused(() -> here.people.setPhone(anna, "boss", phone), StaffRefusedException.Kind.MISSING);
    isRefused(
        () -> here.people.setPhone(neighbour, "anna", phone), StaffRefusedException.Kind.MISSING);
    here.people.change(boss, "anna", "Anna S", Role.SUPERVISOR, Set.of("adults"));
    here.invitations.accept(here.people.inviteAgain(boss, "anna").token(), PASSWORD);
    assertThat(here.people.find(boss, "anna").phone()).contains("+447700900801");
    assertThat(here.people.setPhone(boss, "anna", Optional.empty()).phone()).isEmpty();
    assertThat(here.audit.search(ADMIN, about("anna"), 200).items())
        .filteredOn(entry -> entry.action() == AuditAction.ACCOUNT_PHONE)
        .extracting(AuditEntry::who)
        .containsExactly("boss", "anna");
  }

  /// Somebody of a team who is on duty.
  private StaffMember onDuty(String name, String organisation, String team, String phone) {
    here.person(name, Role.STAFF, organisation);
    here.people.change(ADMIN, name, "Anna " + name, Role.STAFF, Set.of(team));
    here.people.setPhone(ADMIN, name, StaffPhone.parse(phone));
    StaffMember member = here.store.find(name).orElseThrow().member();
    here.presence.goOnDuty(member);
    return member;
  }

  @Test
  void whoeverIsOnDutyForATeamWithAPhoneCanBeReached() {
    StaffMember zoe = onDuty("zoe", "council", "adults", "07700 900802");
    onDuty("anna", "council", "adults", "07700 900801");
    onDuty("beth", "partnership", "carers", "01632 960003");
    onDuty("silent", "council", "adults", "");
    here.presence.goOffDuty(onDuty("away", "council", "adults", "07700 900804"));
    onDuty("void", "council", "adults", "07700 900805");
    here.people.inviteAgain(ADMIN, "void");
    here.presence.goOnDuty(ADMIN);

    DutyRoster.Reachable anna = new DutyRoster.Reachable("anna", "Anna anna", "+447700900801");
    assertThat(there.roster.reachable(Set.of("adults")))
        .containsExactly(anna, new DutyRoster.Reachable("zoe", "Anna zoe", "+447700900802"))
        .hasToString("[Reachable[anna], Reachable[zoe]]");
    assertThat(there.roster.reachable(Set.of("carers", "adults")))
        .extracting(DutyRoster.Reachable::name)
        .containsExactly("anna", "beth", "zoe");
    assertThat(there.roster.reachable(Set.of("others"))).isEmpty();
    assertThat(there.roster.reachable(Set.of())).isEmpty();

    here.presence.goOffDuty(zoe);
    here.people.disable(ADMIN, "beth");
    later(Duration.ofSeconds(2));
    assertThat(there.roster.reachable(Set.of("carers", "adults"))).containsExactly(anna);
    later(Presence.LONGEST_SILENCE);
    here.presence.sweep();
    assertThat(there.roster.reachable(Set.of("carers", "adults"))).isEmpty();
  }

  @Test
  void whoCanBeReachedIsReadEveryTwoSecondsAndNobodyWithoutRedis() {
    onDuty("anna", "council", "adults", "07700 900801");
    assertThat(there.roster.reachable(Set.of("adults"))).hasSize(1);
    long before = redis.calls("hmget");
    redis.freeze();
    try {
      for (int i = 0; i < 20; i++) {
        later(Duration.ofMillis(99));
        assertThat(there.roster.reachable(Set.of("adults"))).hasSize(1);
      }
      later(Duration.ofMillis(20));
      assertThat(there.roster.reachable(Set.of("adults"))).isEmpty();
      Instant asked = Instant.now();
      for (int i = 0; i < 20; i++) {
        assertThat(there.roster.reachable(Set.of("adults"))).isEmpty();
      }
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMillis(400));
    } finally {
      redis.thaw();
    }
    later(Duration.ofSeconds(2));
    assertThat(there.roster.reachable(Set.of("adults"))).hasSize(1);
    assertThat(redis.calls("hmget")).isLessThanOrEqualTo(before + 2);
  }

  @Test
  void withoutRedisOnlyTheAdministratorComesIn() {
    redis.freeze();
    try {
      assertThat(here.logIn("admin", ADMIN_PASSWORD)).isInstanceOf(LoginStep.In.class);
      assertThat(here.logIn("admin", "wrong")).isInstanceOf(LoginStep.Wrong.class);
      assertThatThrownBy(() -> here.logIn("anna", PASSWORD))
          .isInstanceOf(DataAccessException.class);
      assertThatThrownBy(() -> here.audit.write(ADMIN, AuditAction.READ, "c"))
          .isInstanceOf(DataAccessException.class);
      assertThat(here.accounts.byToken("token-of-the-tests")).isPresent();
    } finally {
      redis.thaw();
    }
  }
}
