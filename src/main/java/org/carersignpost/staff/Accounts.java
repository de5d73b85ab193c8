package org.carersignpost.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who may come in: the administrator, whose password the environment gives, and the programs that
/// hold the API token.
///
/// Secrets are compared in constant time and never kept in a log or a message.
@Component
public class Accounts {
  /// The administrator's account name.
  public static final String ADMIN = "admin";

  private final byte[] adminPassword;
  private final byte[] apiToken;

  Accounts(
      @Value("${signpost.admin-password}") String adminPassword,
      @Value("${signpost.api-token:}") String apiToken) {
    this.adminPassword = digest(adminPassword);
    this.apiToken = apiToken.isBlank() ? new byte[0] : digest(apiToken);
  }

  /// The staff member of that name, if the password is theirs.
  public Optional<StaffMember> byPassword(String name, String password) {
    boolean matches = MessageDigest.isEqual(adminPassword, digest(password));
    return matches && name.equals(ADMIN)
        ? Optional.of(StaffMember.ofAll(ADMIN, Role.ADMIN))
        : Optional.empty();
  }

  /// The program that holds the API token; it has a supervisor's scope. Without a configured token
  /// there is none.
  public Optional<StaffMember> byToken(String token) {
    return apiToken.length > 0 && MessageDigest.isEqual(apiToken, digest(token))
        ? Optional.of(StaffMember.ofAll("api", Role.SUPERVISOR))
        : Optional.empty();
  }

  /// Both sides are hashed so that the comparison takes the same time whatever the lengths.
  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
