package org.carersignpost.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.carersignpost.staff.Accounts;
import org.carersignpost.staff.LoginStep;
import org.carersignpost.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Keeps of a login only whose it is, and looks up who that now is with every request.
///
/// So a changed role counts at once, and a login whose account was closed, or that is too old, is
/// none any more.
public final class SessionLogin implements SecurityContextRepository {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLogin.class);
  private static final String NAME = "login.name";
  private static final String GENERATION = "login.generation";
  private static final String SINCE = "login.since";

  private final Accounts accounts;
  private final Duration longest;
  private final InstantSource time;

  /// @param longest how long a login lasts at most
  /// @param time the machine's own, as sessions have it
  SessionLogin(Accounts accounts, Duration longest, InstantSource time) {
    this.accounts = accounts;
    this.longest = longest;
    this.time = time;
  }

  /// Writes a login into the session, which gets another id with it.
  void begin(HttpServletRequest request, LoginStep.In in) {
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setAttribute(NAME, in.member().name());
    session.setAttribute(GENERATION, in.generation());
    session.setAttribute(SINCE, time.millis());
  }

  /// Goes on with the login whose own password or second factor has just changed, which ended all
  /// others.
  public void goOn(HttpServletRequest request, long generation) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(NAME) != null) {
      session.setAttribute(GENERATION, generation);
    }
  }

  /// Who is logged in.
  ///
  /// @throws org.springframework.dao.DataAccessException if accounts cannot be reached
  Optional<StaffMember> member(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(NAME) instanceof String name)
        || !(session.getAttribute(GENERATION) instanceof Long generation)
        || !(session.getAttribute(SINCE) instanceof Long since)) {
      return Optional.empty();
    }
    Optional<StaffMember> member =
        time.millis() - since < longest.toMillis()
            ? accounts.loggedIn(name, generation)
            : Optional.empty();
    if (member.isEmpty()) {
      LOG.info("A login of {} has ended: it is too old, or the account has changed", name);
      session.invalidate();
    }
    return member;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(() -> member(request));
  }

  @Override
  @SuppressWarnings("deprecation") // The interface still demands it.
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return new Deferred(() -> member(holder.getRequest())).get();
  }

  /// A login is written by [#begin] alone; what a filter would keep beside it is not kept.
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return member(request).isPresent();
  }

  /// Looked up when first asked for: most pages that are open to all never ask.
  private static final class Deferred implements DeferredSecurityContext {
    private final Supplier<Optional<StaffMember>> lookUp;
    private @Nullable SecurityContext found;
    private boolean generated;

    Deferred(Supplier<Optional<StaffMember>> lookUp) {
      this.lookUp = lookUp;
    }

    @Override
    public SecurityContext get() {
      SecurityContext context = found;
      if (context == null) {
        Optional<StaffMember> member = lookUp.get();
        context =
            member
                .map(who -> new SecurityContextImpl(Gate.authenticated(who)))
                .orElseGet(SecurityContextImpl::new);
        generated = member.isEmpty();
        found = context;
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      get();
      return generated;
    }
  }
}
