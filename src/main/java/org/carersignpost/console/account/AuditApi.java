package org.carersignpost.console.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.AuditEntry;
import org.carersignpost.staff.AuditPage;
import org.carersignpost.staff.AuditQuery;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.StaffRefusedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit log, for supervisors.
@RestController
public class AuditApi {
  private final Audit audit;

  AuditApi(Audit audit) {
    this.audit = audit;
  }

  /// @param about the id of a conversation, account or token
  public record Entry(
      Instant at,
      String who,
      Optional<String> organisation,
      String action,
      Optional<String> about,
      Optional<String> team) {
    static Entry of(AuditEntry entry) {
      return new Entry(
          entry.at(),
          entry.who(),
          entry.organisation(),
          entry.action().id(),
          entry.about(),
          entry.team());
    }
  }

  /// @param next to be given as `before` for what is older; absent at the end of the log. A page
  ///   may be short although there is more.
  public record Part(List<Entry> items, Optional<String> next) {}

  @GetMapping("/api/v1/audit")
  Part search(
      @AuthenticationPrincipal StaffMember by,
      @RequestParam Optional<String> who,
      @RequestParam Optional<String> action,
      @RequestParam Optional<String> about,
      @RequestParam Optional<Instant> from,
      @RequestParam Optional<Instant> to,
      @RequestParam Optional<String> before,
      @RequestParam(defaultValue = "50") int size) {
    Optional<AuditAction> known = action.flatMap(Audit::action);
    if (action.isPresent() && known.isEmpty()) {
      throw StaffRefusedException.because("There is no such action.");
    }
    if (size < 1 || size > Audit.MOST_A_PAGE) {
      throw StaffRefusedException.because("size is 1 to " + Audit.MOST_A_PAGE + ".");
    }
    if (before.isEmpty()) {
      audit.write(by, AuditAction.AUDIT_READ);
    }
    try {
      AuditPage page = audit.search(by, new AuditQuery(who, known, about, from, to, before), size);
      return new Part(page.items().stream().map(Entry::of).toList(), page.next());
    } catch (IllegalArgumentException e) {
      throw StaffRefusedException.because("before is what next was in the page before.");
    }
  }
}
