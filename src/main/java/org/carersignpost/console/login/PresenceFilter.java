package org.carersignpost.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carersignpost.staff.Presence;
import org.carersignpost.staff.StaffMember;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes every request of somebody who is logged in to the console as a sign that they are there.
final class PresenceFilter extends OncePerRequestFilter {
  private final Presence presence;

  PresenceFilter(Presence presence) {
    this.presence = presence;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean ofStaff = path.startsWith("/console") || path.startsWith("/api/v1/");
    return !ofStaff || BearerTokenFilter.carriesToken(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof StaffMember member) {
      presence.seen(member);
    }
    chain.doFilter(request, response);
  }
}
