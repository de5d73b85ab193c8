package org.carersignpost.console;

import java.util.List;
import org.carersignpost.staff.Accounts;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/// Who gets in where.
///
/// Webhooks prove themselves by their signature and the simulator exists in demonstration mode
/// only, so both are open here. The API takes a bearer token or the session of somebody who has
/// logged in; everything else of staff wants the login.
@Configuration
@ConditionalOnWebApplication
class Gate {
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

  @Bean
  RoleHierarchy roleHierarchy() {
    return RoleHierarchyImpl.withDefaultRolePrefix()
        .role(Role.ADMIN.name())
        .implies(Role.SUPERVISOR.name())
        .role(Role.SUPERVISOR.name())
        .implies(Role.STAFF.name())
        .build();
  }

  /// A webhook proves itself by its signature, has no session and shows no page, so the whole chain
  /// would be idle work.
  @Bean
  WebSecurityCustomizer webhooksProveThemselves() {
    return web -> web.ignoring().requestMatchers("/twilio/**");
  }

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(HttpSecurity http, Accounts accounts) {
    return http.securityMatcher("/api/**", "/actuator/prometheus")
        .addFilterBefore(
            new BearerTokenFilter(accounts), UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(Role.STAFF.name()))
        .csrf(csrf -> csrf.ignoringRequestMatchers(BearerTokenFilter::carriesToken))
        .requestCache(cache -> cache.disable())
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint((request, response, e) ->
                    Problems.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "Log in, or send the API token as a bearer token."))
                .accessDeniedHandler((request, response, e) ->
                    Problems.write(response, HttpStatus.FORBIDDEN, "This is not open to you.")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pagesChain(HttpSecurity http, Accounts accounts) {
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/console/**")
                .hasRole(Role.STAFF.name())
                .anyRequest()
                .permitAll())
        .authenticationProvider(new PasswordLogin(accounts))
        .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/console").permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/"))
        .csrf(csrf -> csrf.ignoringRequestMatchers("/simulator/**"))
        .headers(headers ->
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
        .build();
  }

  /// What Spring Security calls somebody who is in.
  static Authentication authenticated(StaffMember member) {
    return UsernamePasswordAuthenticationToken.authenticated(
        member.name(), "", List.of(new SimpleGrantedAuthority("ROLE_" + member.role().name())));
  }

  private record PasswordLogin(Accounts accounts) implements AuthenticationProvider {
    @Override
    public Authentication authenticate(Authentication attempt) {
      Object password = attempt.getCredentials();
      return accounts
          .byPassword(attempt.getName(), password == null ? "" : password.toString())
          .map(Gate::authenticated)
          .orElseThrow(() -> new BadCredentialsException("wrong name or password"));
    }

    @Override
    public boolean supports(Class<?> kind) {
      return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
  }
}
