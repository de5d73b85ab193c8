package org.carersignpost.console.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.staff.Presence;
import org.carersignpost.staff.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who one is.
@RestController
@RequestMapping("/api/v1/me")
class MeApi {
  private final Presence presence;
  private final Clock clock;

  MeApi(Presence presence, Clock clock) {
    this.presence = presence;
    this.clock = clock;
  }

  /// @param organisation absent for those who answer for all
  /// @param shiftEndsAt absent outside of every shift of the rota
  record Me(
      String name,
      String displayName,
      String role,
      Optional<String> organisation,
      Set<String> teams,
      boolean onDuty,
      Optional<Instant> shiftEndsAt) {}

  record Duty(boolean on) {}

  @GetMapping
  Me me(@AuthenticationPrincipal StaffMember member) {
    return new Me(
        member.name(),
        member.displayName(),
        member.role().name().toLowerCase(Locale.ROOT),
        member.organisation(),
        member.teams(),
        presence.isOnDuty(member.name()),
        presence.shiftEndsAt(member, clock.instant()));
  }

  @PutMapping("/duty")
  Me duty(@AuthenticationPrincipal StaffMember member, @RequestBody Duty duty) {
    if (duty.on()) {
      presence.goOnDuty(member);
    } else {
      presence.goOffDuty(member);
    }
    return me(member);
  }
}
