package org.carersignpost.console.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.AuditQuery;
import org.carersignpost.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Who did what. Looking at it is itself in the log.
@Controller
class AuditPage {
  private static final int ON_A_PAGE = 50;

  private final Audit audit;
  private final ZoneId zone;

  AuditPage(Audit audit, @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    this.audit = audit;
    this.zone = zone;
  }

  @GetMapping("/console/audit")
  String search(
      @AuthenticationPrincipal StaffMember by,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String action,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "") String before,
      Model model) {
    AuditQuery query =
        new AuditQuery(
            text(who),
            Audit.action(action),
            text(about),
            Optional.ofNullable(from).map(this::startOf),
            Optional.ofNullable(to).map(day -> startOf(day.plusDays(1))),
            text(before));
    if (query.before().isEmpty()) {
      audit.write(by, AuditAction.AUDIT_READ);
    }
    try {
      model.addAttribute("found", audit.search(by, query, ON_A_PAGE));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not a page of the log", e);
    }
    model.addAttribute("zone", zone);
    model.addAttribute("actions", AuditAction.values());
    model.addAttribute("who", who);
    model.addAttribute("action", action);
    model.addAttribute("about", about);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("later", query.before().isPresent());
    return "audit";
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Optional<String> text(String given) {
    return Optional.of(given.strip()).filter(value -> !value.isEmpty());
  }
}
