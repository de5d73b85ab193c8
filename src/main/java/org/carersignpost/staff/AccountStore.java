package org.carersignpost.staff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carersignpost.privacy.Seal;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Where accounts lie: one hash of names to JSON, with the secrets sealed.
///
/// A change is decided on what was read and written only if that still stands; a lost race is
/// decided again.
@Component
final class AccountStore {
  /// The most accounts there can be.
  static final int MOST = 2_000;

  private static final int MOST_TRIES = 8;
  private static final String ACCOUNTS = StaffRedis.key("accounts");
  private static final String CHANGES = StaffRedis.key("accounts:changes");
  private static final String INVITATIONS = StaffRedis.key("accounts:invitations");
  private static final String NONE = "";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final RedisScript<Long> WRITE = StaffRedis.script("account.lua", Long.class);

  private final StaffRedis redis;
  private final Seal seal;

  AccountStore(StringRedisTemplate redis, Seal seal) {
    this.redis = new StaffRedis(redis);
    this.seal = seal;
  }

  /// How an account is written.
  private record Stored(
      String name,
      Role role,
      String organisation,
      Set<String> teams,
      AccountState state,
      long generation,
      long lastLogin,
      List<Rota.Block> rota,
      String sealed) {}

  /// The names of those whose logins ended, and where to go on reading.
  record Ended(List<String> names, double last) {}

  Optional<AccountRecord> find(String name) {
    return raw(name).map(this::read);
  }

  /// Those of some names that have an account.
  List<AccountRecord> find(Collection<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    // Whoever has none is null in the answer, though Spring does not say so.
    List<String> found =
        redis.ask("find accounts", template -> hash(template).multiGet(ACCOUNTS, names));
    return found.stream().flatMap(Stream::ofNullable).map(this::read).toList();
  }

  List<AccountRecord> all() {
    List<String> all = redis.ask("list accounts", template -> hash(template).values(ACCOUNTS));
    return all.stream().map(this::read).toList();
  }

  /// Adds an account.
  ///
  /// @return false if there is one of that name
  /// @throws StaffRefusedException if there are too many
  boolean add(AccountRecord account) {
    long done = write(account.name(), NONE, account, false);
    if (done < 0) {
      throw new StaffRefusedException("There is no room for more than " + MOST + " accounts.");
    }
    return done == 1;
  }

  /// Changes an account.
  ///
  /// @param change is called again when somebody else was faster; it may throw to leave all as it
  ///   is
  /// @return the account as it now is; empty if there is none of that name
  Optional<AccountRecord> change(String name, UnaryOperator<AccountRecord> change) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<String> found = raw(name);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      AccountRecord before = read(found.get());
      AccountRecord after = change.apply(before);
      boolean ends = after.generation() != before.generation();
      if (after.equals(before) || write(name, found.get(), after, ends) == 1) {
        return Optional.of(after);
      }
    }
    throw new StaffRefusedException("Somebody else changes this account just now. Try again.");
  }

  /// Whose logins ended since a place in the list of changes.
  Ended endedSince(double last) {
    var found =
        redis.ask(
            "tell whose logins ended",
            template ->
                template
                    .opsForZSet()
                    .rangeByScoreWithScores(CHANGES, Math.nextUp(last), Double.MAX_VALUE));
    List<String> names = new ArrayList<>();
    double end = last;
    if (found != null) {
      for (var each : found) {
        String name = each.getValue();
        Double score = each.getScore();
        if (name != null && score != null) {
          names.add(name);
          end = Math.max(end, score);
        }
      }
    }
    return new Ended(names, end);
  }

  /// Keeps whose an invitation is; the account itself says whether it is open.
  void keepInvitation(String hash, String name) {
    redis.ask(
        "keep an invitation",
        template -> {
          hash(template).put(INVITATIONS, hash, name);
          return true;
        });
  }

  /// The name of the account that was invited.
  Optional<String> invitation(String hash) {
    return Optional.ofNullable(
        redis.ask("find an invitation", template -> hash(template).get(INVITATIONS, hash)));
  }

  Set<String> invitations() {
    return redis.ask("list invitations", template -> hash(template).keys(INVITATIONS));
  }

  void forgetInvitation(String hash) {
    redis.ask("forget an invitation", template -> hash(template).delete(INVITATIONS, hash));
  }

  private Optional<String> raw(String name) {
    return Optional.ofNullable(
        redis.ask("find an account", template -> hash(template).get(ACCOUNTS, name)));
  }

  private long write(String name, String before, AccountRecord account, boolean ends) {
    return redis.run(
        "write an account",
        WRITE,
        List.of(ACCOUNTS, CHANGES),
        name,
        before,
        written(account),
        ends ? "1" : "0",
        Integer.toString(MOST));
  }

  private String written(AccountRecord account) {
    byte[] sealed =
        seal.seal(
            JSON.writeValueAsString(account.secrets()).getBytes(StandardCharsets.UTF_8),
            context(account.name()));
    return JSON.writeValueAsString(
        new Stored(
            account.name(),
            account.role(),
            account.organisation(),
            account.teams(),
            account.state(),
            account.generation(),
            account.lastLogin(),
            account.rota().blocks(),
            Base64.getEncoder().encodeToString(sealed)));
  }

  private AccountRecord read(String json) {
    Stored stored = JSON.readValue(json, Stored.class);
    byte[] open = seal.open(Base64.getDecoder().decode(stored.sealed), context(stored.name));
    return new AccountRecord(
        stored.name,
        stored.role,
        stored.organisation,
        stored.teams,
        stored.state,
        stored.generation,
        stored.lastLogin,
        new Rota(stored.rota),
        JSON.readValue(open, AccountRecord.Secrets.class));
  }

  private static String context(String name) {
    return "account:" + name;
  }

  private static HashOperations<String, String, String> hash(StringRedisTemplate template) {
    return template.opsForHash();
  }
}
