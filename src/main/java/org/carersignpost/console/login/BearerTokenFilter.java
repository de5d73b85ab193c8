package org.carersignpost.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.carersignpost.console.Problems;
import org.carersignpost.staff.Accounts;
import org.carersignpost.staff.StaffMember;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets programs in that send the API token; a wrong one is refused at once, whatever session comes
/// along.
public class BearerTokenFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Accounts accounts;

  BearerTokenFilter(Accounts accounts) {
    this.accounts = accounts;
  }

  static boolean carriesToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /// The token that a request carries, if it does.
  public static Optional<String> token(HttpServletRequest request) {
    return carriesToken(request)
        ? Optional.of(
            request.getHeader(HttpHeaders.AUTHORIZATION).substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> token = token(request);
    if (token.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Optional<StaffMember> program = accounts.byToken(token.get());
    if (program.isEmpty()) {
      Problems.write(response, HttpStatus.UNAUTHORIZED, "The bearer token is not the API token.");
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(Gate.authenticated(program.get()));
    SecurityContextHolder.setContext(context);
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
