package org.carersignpost.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.carersignpost.staff.LoginStep;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/// What every way of logging in ends with, and what is kept between its two steps.
public final class LoginEnd {
  private static final String HOME = "/console";
  private static final String HALF_IN = "login.half-in";
  private static final String HALF_IN_GENERATION = "login.half-in-generation";
  private static final String HALF_IN_SET_UP = "login.half-in-set-up";
  private static final String HALF_IN_SINCE = "login.half-in-since";
  private static final long LONGEST_HALF_IN_MILLIS = 10 * 60 * 1_000L;

  private final SessionLogin sessions;
  private final RequestCache wanted;
  private final CsrfTokenRepository tokens;

  LoginEnd(SessionLogin sessions, RequestCache wanted, CsrfTokenRepository tokens) {
    this.sessions = sessions;
    this.wanted = wanted;
    this.tokens = tokens;
  }

  /// Somebody whose password was right and who still owes a code.
  ///
  /// @param setUp whether they have codes by app already
  record HalfIn(String name, long generation, boolean setUp) {}

  /// Lets somebody in.
  ///
  /// @return where they wanted to go
  public String in(LoginStep.In in, HttpServletRequest request, HttpServletResponse response) {
    sessions.begin(request, in);
    forgetHalf(request);
    tokens.saveToken(null, request, response);
    SavedRequest before = wanted.getRequest(request, response);
    wanted.removeRequest(request, response);
    return Optional.ofNullable(before).map(LoginEnd::path).orElse(HOME);
  }

  /// Keeps what the first step found.
  ///
  /// @return where the second step is
  public String next(LoginStep.CodeWanted step, HttpServletRequest request) {
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setAttribute(HALF_IN, step.name());
    session.setAttribute(HALF_IN_GENERATION, step.generation());
    session.setAttribute(HALF_IN_SET_UP, step.setUp());
    session.setAttribute(HALF_IN_SINCE, System.currentTimeMillis());
    return step.setUp() ? "/login/code" : "/login/set-up";
  }

  /// Who has done the first step, a few minutes ago at most.
  static Optional<HalfIn> half(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(HALF_IN) instanceof String name
            && session.getAttribute(HALF_IN_GENERATION) instanceof Long generation
            && session.getAttribute(HALF_IN_SET_UP) instanceof Boolean setUp
            && session.getAttribute(HALF_IN_SINCE) instanceof Long since
            && System.currentTimeMillis() - since < LONGEST_HALF_IN_MILLIS
        ? Optional.of(new HalfIn(name, generation, setUp))
        : Optional.empty();
  }

  private static void forgetHalf(HttpServletRequest request) {
    HttpSession session = request.getSession(true);
    session.removeAttribute(HALF_IN);
    session.removeAttribute(HALF_IN_GENERATION);
    session.removeAttribute(HALF_IN_SET_UP);
    session.removeAttribute(HALF_IN_SINCE);
  }

  /// Only the path of what was wanted, so that nobody is led away from here.
  private static String path(SavedRequest before) {
    URI address = URI.create(before.getRedirectUrl());
    String path = address.getRawPath();
    if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
      return HOME;
    }
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }
}
