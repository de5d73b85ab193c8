package org.carersignpost.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.session.Session;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives requests their session, but those that can have none: webhooks, health and figures, files,
/// and programs with a token.
final class SessionFilter extends OncePerRequestFilter {
  private static final List<String> WITHOUT =
      List.of("/twilio/", "/actuator/", "/css/", "/js/", "/webjars/", "/favicon", "/open-referral");

  private final SessionRepositoryFilter<? extends Session> sessions;

  SessionFilter(SessionRepositoryFilter<? extends Session> sessions) {
    this.sessions = sessions;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return WITHOUT.stream().anyMatch(path::startsWith) || BearerTokenFilter.carriesToken(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    sessions.doFilter(request, response, chain);
  }
}
