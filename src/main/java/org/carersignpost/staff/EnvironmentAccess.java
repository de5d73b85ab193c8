package org.carersignpost.staff;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The administrator and the program whose secrets the environment gives; both work for all
/// organisations and need no Redis.
///
/// Secrets are compared in constant time and never kept in a log or a message.
@Component
final class EnvironmentAccess {
  static final String ADMIN = "admin";
  static final String PROGRAM = "api";

  private final String adminPassword;
  private final String apiToken;

  EnvironmentAccess(
      @Value("${signpost.admin-password}") String adminPassword,
      @Value("${signpost.api-token:}") String apiToken) {
    this.adminPassword = adminPassword;
    this.apiToken = apiToken;
  }

  static StaffMember admin() {
    return StaffMember.ofAll(ADMIN, Role.ADMIN);
  }

  boolean isAdminsPassword(String password) {
    return !adminPassword.isBlank() && Secret.same(adminPassword, password);
  }

  /// Logins of the administrator end with their password: another one, and another generation.
  long generation() {
    return ByteBuffer.wrap(Secret.digest("generation of " + adminPassword)).getLong();
  }

  boolean isCurrent(long generation) {
    return generation == generation();
  }

  /// The program that holds the token; it has a supervisor's scope. Without a configured token
  /// there is none.
  Optional<StaffMember> byToken(String token) {
    return !apiToken.isBlank() && Secret.same(apiToken, token)
        ? Optional.of(StaffMember.ofAll(PROGRAM, Role.SUPERVISOR))
        : Optional.empty();
  }
}
