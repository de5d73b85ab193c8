package org.carersignpost.console.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carersignpost.staff.ApiToken;
import org.carersignpost.staff.ApiTokens;
import org.carersignpost.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The tokens of programs, for admins who are logged in.
@RestController
@RequestMapping("/api/v1/tokens")
public class TokensApi {
  private final ApiTokens tokens;
  private final Clock clock;

  TokensApi(ApiTokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /// A token without its secret.
  ///
  /// @param organisation absent for all organisations
  /// @param ends when it stops working
  record Token(
      String id,
      String name,
      String role,
      Optional<String> organisation,
      String madeBy,
      Instant ends,
      Optional<LocalDate> lastUsed) {
    static Token of(ApiToken token) {
      return new Token(
          token.id(),
          token.name(),
          token.role().name().toLowerCase(Locale.ROOT),
          token.organisation(),
          token.madeBy(),
          token.ends(),
          token.lastUsed());
    }
  }

  public record All(List<Token> items, long total) {}

  /// @param secret what the program sends; shown once
  public record Made(Token token, String secret) {}

  /// @param organisation may be left out by an admin of one; by the administrator of all it means
  ///   all
  /// @param ends the last day, a year from now if left out
  public record Wanted(
      @Nullable String name,
      @Nullable String role,
      @Nullable String organisation,
      @Nullable LocalDate ends) {}

  @GetMapping
  All list(@AuthenticationPrincipal StaffMember by) {
    List<Token> all = tokens.list(by).stream().map(Token::of).toList();
    return new All(all, all.size());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Made make(@AuthenticationPrincipal StaffMember by, @RequestBody Wanted wanted) {
    ApiTokens.Made made =
        tokens.make(
            by,
            wanted.name() == null ? "" : wanted.name(),
            PeopleApi.role(wanted.role() == null ? "staff" : wanted.role()),
            Optional.ofNullable(wanted.organisation()).or(by::organisation),
            wanted.ends() == null
                ? LocalDate.now(clock).plus(ApiTokens.USUAL_LIFE)
                : wanted.ends());
    return new Made(Token.of(made.token()), made.secret());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@AuthenticationPrincipal StaffMember by, @PathVariable String id) {
    tokens.revoke(by, id);
  }
}
