package org.carersignpost.staff;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.privacy.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The tokens by which programs come in. A token is shown once, when it is made; only its hash is
/// kept.
@Component
public class ApiTokens {
  /// The most tokens there can be.
  static final int MOST = 500;

  /// How long a token works unless somebody says otherwise.
  public static final Period USUAL_LIFE = Period.ofYears(1);

  private static final Period LONGEST_LIFE = Period.ofYears(2);
  private static final Logger LOG = LoggerFactory.getLogger(ApiTokens.class);
  private static final String BEGINNING = "cs_";
  private static final int ID_LENGTH = 12;
  private static final int LONGEST_NAME = 60;
  private static final String TOKENS = StaffRedis.key("accounts:tokens");
  private static final String USED = StaffRedis.key("accounts:tokens-used");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StaffRedis redis;
  private final Seal seal;
  private final Organisations organisations;
  private final Audit audit;
  private final Clock clock;
  private final Recent<Optional<ApiToken>> recent;
  private final Recent<Boolean> usedToday;

  ApiTokens(
      StringRedisTemplate redis, Seal seal, Organisations organisations, Audit audit, Clock clock) {
    this.redis = new StaffRedis(redis);
    this.seal = seal;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
    this.recent = new Recent<>(clock, Duration.ofSeconds(5), MOST);
    this.usedToday = new Recent<>(clock, Duration.ofDays(1), MOST);
  }

  /// A token just made.
  ///
  /// @param secret to be shown once
  public record Made(String secret, ApiToken token) {}

  /// How a token is written, under the hash of its secret.
  private record Stored(
      String id, String sealedName, Role role, String organisation, String madeBy, long ends) {}

  /// All that somebody may see: those of their own organisation, or everything.
  ///
  /// @throws org.springframework.dao.DataAccessException if tokens cannot be reached
  public List<ApiToken> list(StaffMember by) {
    List<String> all = redis.ask("list tokens", template -> hash(template).values(TOKENS));
    Map<String, String> used = redis.ask("list tokens", template -> hash(template).entries(USED));
    return all.stream()
        .map(this::read)
        .filter(token -> mayManage(by, token))
        .map(token ->
            token.lastUsedOn(Optional.ofNullable(used.get(token.id())).map(LocalDate::parse)))
        .sorted(Comparator.comparing(ApiToken::ends).thenComparing(ApiToken::id))
        .toList();
  }

  /// Makes a token.
  ///
  /// @param organisation the organisation it is for; empty for all, which only those may give who
  ///   answer for all
  /// @param ends its last day
  /// @throws StaffRefusedException if they may not, or something is wrong with it
  public Made make(
      StaffMember by, String name, Role role, Optional<String> organisation, LocalDate ends) {
    String itsName = name.strip();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    require(
        !itsName.isEmpty() && itsName.length() <= LONGEST_NAME,
        "Give the token a name of at most "
            + LONGEST_NAME
            + " characters, so that it is known again.");
    require(role != Role.ADMIN, "A token may be for staff or a supervisor, not for an admin.");
    require(
        ends.isAfter(today) && !ends.isAfter(today.plus(LONGEST_LIFE)),
        "The last day must be after today, and at most two years away.");
    if (!by.is(Role.ADMIN)
        || !by.is(role)
        || (by.organisation().isPresent() && !by.organisation().equals(organisation))) {
      throw new StaffRefusedException(
          StaffRefusedException.Kind.FORBIDDEN, "You may make tokens for your organisation only.");
    }
    require(
        organisation.stream().allMatch(id -> organisations.organisation(id).isPresent()),
        "There is no such organisation.");
    if (count() >= MOST) {
      throw new StaffRefusedException("There is no room for more tokens. Revoke some first.");
    }
    String secret = BEGINNING + Secret.random();
    String hash = Secret.hash(secret);
    ApiToken token =
        new ApiToken(
            hash.substring(0, ID_LENGTH),
            itsName,
            role,
            organisation,
            by.name(),
            ends.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
            Optional.empty());
    audit.write(by, AuditAction.TOKEN_MAKE, token.id());
    redis.ask(
        "keep a token",
        template -> {
          hash(template).put(TOKENS, hash, written(token));
          return true;
        });
    return new Made(secret, token);
  }

  /// Revokes a token.
  ///
  /// @throws StaffRefusedException if there is none of that id among those they may see
  public void revoke(StaffMember by, String id) {
    if (!by.is(Role.ADMIN) || list(by).stream().noneMatch(token -> token.id().equals(id))) {
      throw new StaffRefusedException(
          StaffRefusedException.Kind.MISSING, "There is no such token.");
    }
    audit.write(by, AuditAction.TOKEN_REVOKE, id);
    remove(id);
  }

  /// The program that holds a token.
  Optional<StaffMember> holder(String secret) {
    if (!secret.startsWith(BEGINNING)) {
      return Optional.empty();
    }
    String hash = Secret.hash(secret);
    Instant now = clock.instant();
    Optional<ApiToken> token =
        recent.get(hash, this::find).filter(found -> now.isBefore(found.ends()));
    token.ifPresent(found -> used(found.id(), now));
    return token.map(ApiToken::holder);
  }

  /// Forgets the tokens whose time is up.
  void sweep() {
    for (ApiToken token : list(EnvironmentAccess.admin())) {
      if (!clock.instant().isBefore(token.ends())) {
        remove(token.id());
      }
    }
  }

  private Optional<ApiToken> find(String hash) {
    return Optional.ofNullable(
            redis.ask("find a token", template -> hash(template).get(TOKENS, hash)))
        .map(this::read);
  }

  private void remove(String id) {
    redis.ask(
        "remove a token",
        template -> {
          for (String hash : hash(template).keys(TOKENS)) {
            if (hash.startsWith(id)) {
              hash(template).delete(TOKENS, hash);
              recent.forget(hash);
            }
          }
          hash(template).delete(USED, id);
          return true;
        });
  }

  private long count() {
    return redis.ask("count tokens", template -> hash(template).size(TOKENS));
  }

  /// The day is kept by itself, once a day, so that using a token stays one look-up.
  private void used(String id, Instant now) {
    String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    try {
      usedToday.get(
          id + " " + day,
          key ->
              redis.ask(
                  "keep when a token was used",
                  template -> {
                    hash(template).put(USED, id, day);
                    return true;
                  }));
    } catch (DataAccessException e) {
      LOG.debug("When a token was used is not kept: {}", e.getClass().getSimpleName());
    }
  }

  private String written(ApiToken token) {
    byte[] name = seal.seal(token.name().getBytes(StandardCharsets.UTF_8), context(token.id()));
    return JSON.writeValueAsString(
        new Stored(
            token.id(),
            Base64.getEncoder().encodeToString(name),
            token.role(),
            token.organisation().orElse(""),
            token.madeBy(),
            token.ends().toEpochMilli()));
  }

  private ApiToken read(String json) {
    Stored stored = JSON.readValue(json, Stored.class);
    byte[] name = seal.open(Base64.getDecoder().decode(stored.sealedName), context(stored.id));
    return new ApiToken(
        stored.id,
        new String(name, StandardCharsets.UTF_8),
        stored.role,
        Optional.of(stored.organisation).filter(id -> !id.isEmpty()),
        stored.madeBy,
        Instant.ofEpochMilli(stored.ends),
        Optional.empty());
  }

  private static boolean mayManage(StaffMember by, ApiToken token) {
    return by.organisation().isEmpty() || by.organisation().equals(token.organisation());
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new StaffRefusedException(otherwise);
    }
  }

  private static String context(String id) {
    return "token:" + id;
  }

  private static HashOperations<String, String, String> hash(StringRedisTemplate template) {
    return template.opsForHash();
  }
}
