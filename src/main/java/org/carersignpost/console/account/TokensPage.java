package org.carersignpost.console.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.carersignpost.console.Problems;
import org.carersignpost.staff.ApiTokens;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.StaffRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an admin makes and revokes the tokens of programs.
@Controller
@RequestMapping("/console/tokens")
class TokensPage {
  private final ApiTokens tokens;
  private final Organisations organisations;
  private final Clock clock;
  private final ZoneId zone;

  TokensPage(
      ApiTokens tokens,
      Organisations organisations,
      Clock clock,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    this.tokens = tokens;
    this.organisations = organisations;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping
  String list(@AuthenticationPrincipal StaffMember by, Model model) {
    model.addAttribute("tokens", tokens.list(by));
    model.addAttribute("zone", zone);
    model.addAttribute("usualEnd", LocalDate.now(clock).plus(ApiTokens.USUAL_LIFE));
    model.addAttribute("organisations", organisations.all());
    return "tokens";
  }

  @PostMapping
  String make(
      @AuthenticationPrincipal StaffMember by,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "STAFF") Role role,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate ends,
      HttpServletResponse response,
      Model model) {
    Optional<String> its =
        by.organisation().or(() -> Optional.of(organisation).filter(id -> !id.isEmpty()));
    LocalDate last = ends == null ? LocalDate.now(clock).plus(ApiTokens.USUAL_LIFE) : ends;
    try {
      model.addAttribute("made", tokens.make(by, name, role, its, last));
    } catch (StaffRefusedException e) {
      response.setStatus(Problems.status(e).value());
      model.addAttribute("refused", e.sentence());
    }
    return list(by, model);
  }

  @PostMapping("/{id}/revoke")
  String revoke(
      @AuthenticationPrincipal StaffMember by,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    try {
      tokens.revoke(by, id);
      return "redirect:/console/tokens";
    } catch (StaffRefusedException e) {
      response.setStatus(Problems.status(e).value());
      model.addAttribute("refused", e.sentence());
      return list(by, model);
    }
  }
}
