package org.carersignpost.console.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.carersignpost.console.Wait;
import org.carersignpost.console.desk.Supervision;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.staff.StaffMember;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The supervisor's pages: how things stand, and what must be put right.
@Controller
class SupervisionPages {
  private final Supervision supervision;
  private final Knowledge knowledge;
  private final Clock clock;
  private final ZoneId zone;

  SupervisionPages(
      Supervision supervision,
      Knowledge knowledge,
      Clock clock,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    this.supervision = supervision;
    this.knowledge = knowledge;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/console/overview")
  String overview(@AuthenticationPrincipal StaffMember who, Model model) {
    Instant now = clock.instant();
    model.addAttribute("teams", supervision.teams(who));
    model.addAttribute("waits", new Waits(now));
    model.addAttribute("now", now.atZone(zone));
    return "overview";
  }

  @GetMapping("/console/reviews")
  String reviews(@AuthenticationPrincipal StaffMember who, Model model) {
    model.addAttribute("corrections", supervision.corrections(who));
    model.addAttribute("directory", knowledge.directory());
    model.addAttribute("zone", zone);
    return "reviews";
  }

  @PostMapping("/console/reviews/{id}/{line}")
  String settle(
      @AuthenticationPrincipal StaffMember who, @PathVariable String id, @PathVariable long line) {
    supervision.settle(who, id, line);
    return "redirect:/console/reviews";
  }

  /// How long somebody has waited, in words.
  record Waits(Instant now) {
    public String since(Instant start) {
      return Wait.inWords(Duration.between(start, now));
    }
  }

  @ExceptionHandler(DataAccessException.class)
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String storeIsAway() {
    return "store-away";
  }
}
