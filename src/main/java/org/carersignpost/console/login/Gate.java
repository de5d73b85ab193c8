package org.carersignpost.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.carersignpost.console.Problems;
import org.carersignpost.staff.Accounts;
import org.carersignpost.staff.Logins;
import org.carersignpost.staff.Presence;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/// Who gets in where.
///
/// Webhooks prove themselves by their signature and the simulator exists in demonstration mode
/// only, so both are open here. The API takes a bearer token or the session of somebody who has
/// logged in; everything else of staff wants the login. The directory is published for everybody.
///
/// Nobody has a session before they log in: the guard against forged forms and the page that was
/// wanted are kept in cookies. So no visitor fills Redis, and the login page needs none.
@Configuration
@ConditionalOnWebApplication
class Gate {
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; media-src 'self'; worker-src 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
  private static final String COOKIE = "signpost-form";
  private static final String STAFF = Role.STAFF.name();

  @Bean
  RoleHierarchy roleHierarchy() {
    return RoleHierarchyImpl.withDefaultRolePrefix()
        .role(Role.ADMIN.name())
        .implies(Role.SUPERVISOR.name())
        .role(Role.SUPERVISOR.name())
        .implies(STAFF)
        .build();
  }

  /// A webhook proves itself by its signature, has no session and shows no page, so the whole chain
  /// would be idle work.
  @Bean
  WebSecurityCustomizer webhooksProveThemselves() {
    return web -> web.ignoring().requestMatchers("/twilio/**");
  }

  @Bean
  SessionLogin sessionLogin(
      Accounts accounts, @Value("${signpost.staff.longest-login:12h}") Duration longest) {
    return new SessionLogin(accounts, longest, Clock.systemUTC());
  }

  @Bean
  RequestCache wantedPages() {
    CookieRequestCache cache = new CookieRequestCache();
    cache.setRequestMatcher(Gate::isPageToComeBackTo);
    return cache;
  }

  @Bean
  CsrfTokenRepository formTokens(@Value("${signpost.public-url}") String publicUrl) {
    boolean secure = publicUrl.startsWith("https:");
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(secure ? "__Host-" + COOKIE : COOKIE);
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Lax"));
    return tokens;
  }

  @Bean
  LoginEnd loginEnd(SessionLogin sessions, RequestCache wanted, CsrfTokenRepository tokens) {
    return new LoginEnd(sessions, wanted, tokens);
  }

  /// Only read, by anybody, so there is nothing to forge and nobody to know again.
  @Bean
  @Order(0)
  SecurityFilterChain directoryChain(HttpSecurity http) {
    return http.securityMatcher("/open-referral/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(
      HttpSecurity http,
      Accounts accounts,
      Presence presence,
      SessionLogin sessions,
      CsrfTokenRepository tokens) {
    return http.securityMatcher("/api/**", "/actuator/prometheus")
        .securityContext(context -> context.securityContextRepository(sessions))
        .addFilterAfter(new AwayFilter(false), HeaderWriterFilter.class)
        .addFilterBefore(
            new BearerTokenFilter(accounts), UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(new PresenceFilter(presence), AuthorizationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/api/v1/people/**", "/api/v1/tokens/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/api/v1/audit/**", "/api/v1/overview/**", "/api/v1/reviews/**")
                .hasRole(Role.SUPERVISOR.name())
                .anyRequest()
                .hasRole(STAFF))
        .csrf(csrf ->
            csrf.csrfTokenRepository(tokens)
                .ignoringRequestMatchers(BearerTokenFilter::carriesToken))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint((request, response, e) -> refuse(response))
                .accessDeniedHandler((request, response, e) -> refuse(response)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pagesChain(
      HttpSecurity http,
      SessionLogin sessions,
      Presence presence,
      Logins logins,
      LoginEnd end,
      ObjectProvider<LoginProviders> elsewhere,
      RequestCache wanted,
      CsrfTokenRepository tokens) {
    elsewhere.ifAvailable(providers -> LoginElsewhere.add(http, providers, logins, end));
    return http.securityContext(context -> context.securityContextRepository(sessions))
        .addFilterAfter(new AwayFilter(true), HeaderWriterFilter.class)
        .addFilterAfter(new PresenceFilter(presence), AuthorizationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/console/people/**", "/console/tokens/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/console/audit/**", "/console/overview/**", "/console/reviews/**")
                .hasRole(Role.SUPERVISOR.name())
                .requestMatchers("/console/**", "/account/**")
                .hasRole(STAFF)
                .anyRequest()
                .permitAll())
        .requestCache(cache -> cache.requestCache(wanted))
        .exceptionHandling(errors ->
            errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .logout(logout -> logout.logoutSuccessHandler(leaving(logins)))
        .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/simulator/**"))
        .headers(headers ->
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
        .build();
  }

  /// Whoever is nobody yet is told how to be somebody, also where a form's token was missed first.
  private static void refuse(HttpServletResponse response) throws IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof StaffMember) {
      Problems.write(response, HttpStatus.FORBIDDEN, "This is not open to you.");
    } else {
      Problems.write(
          response, HttpStatus.UNAUTHORIZED, "Log in, or send the API token as a bearer token.");
    }
  }

  /// The session has ended by now, so that a page still open elsewhere does not show what was just
  /// given back, but that its reader is logged out.
  private static LogoutSuccessHandler leaving(Logins logins) {
    SimpleUrlLogoutSuccessHandler next = new SimpleUrlLogoutSuccessHandler();
    next.setDefaultTargetUrl("/login?logout");
    return (request, response, who) -> {
      if (who != null && who.getPrincipal() instanceof StaffMember member) {
        logins.out(member);
      }
      next.onLogoutSuccess(request, response, who);
    };
  }

  /// What Spring Security calls somebody who is in.
  static Authentication authenticated(StaffMember member) {
    return UsernamePasswordAuthenticationToken.authenticated(
        member, null, List.of(new SimpleGrantedAuthority("ROLE_" + member.role().name())));
  }

  /// Pages, not the pieces and streams that a page of a login that has ended goes on asking for.
  private static boolean isPageToComeBackTo(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && accept != null
        && accept.contains("text/html");
  }
}
