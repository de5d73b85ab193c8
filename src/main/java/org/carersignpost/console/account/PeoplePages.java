package org.carersignpost.console.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.carersignpost.console.Problems;
import org.carersignpost.staff.Account;
import org.carersignpost.staff.NewPerson;
import org.carersignpost.staff.Organisation;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.People;
import org.carersignpost.staff.Presence;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.Rota;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.StaffPhone;
import org.carersignpost.staff.StaffRefusedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an admin invites people and manages their accounts.
@Controller
@RequestMapping("/console/people")
class PeoplePages {
  private final People people;
  private final Presence presence;
  private final Organisations organisations;
  private final String publicUrl;

  PeoplePages(
      People people,
      Presence presence,
      Organisations organisations,
      @Value("${signpost.public-url}") String publicUrl) {
    this.people = people;
    this.presence = presence;
    this.organisations = organisations;
    this.publicUrl = publicUrl;
  }

  @GetMapping
  String list(@AuthenticationPrincipal StaffMember by, Model model) {
    model.addAttribute("people", people.list(by));
    model.addAttribute("onDuty", presence.onDuty());
    addChoices(by, model);
    return "people";
  }

  @PostMapping
  String invite(
      @AuthenticationPrincipal StaffMember by,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam(defaultValue = "STAFF") Role role,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") Set<String> teams,
      HttpServletResponse response,
      Model model) {
    String its = by.organisation().orElse(organisation);
    try {
      return link(people.invite(by, new NewPerson(name, displayName, role, its, teams)), model);
    } catch (StaffRefusedException e) {
      response.setStatus(Problems.status(e).value());
      model.addAttribute("refused", e.sentence());
      model.addAttribute("typed", new NewPerson(name, displayName, role, its, teams));
      return list(by, model);
    }
  }

  @GetMapping("/{name}")
  String one(
      @AuthenticationPrincipal StaffMember by,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String done,
      HttpServletResponse response,
      Model model) {
    Account account;
    try {
      account = people.find(by, name);
    } catch (StaffRefusedException e) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute("status", HttpStatus.NOT_FOUND.value());
      return "error";
    }
    model.addAttribute("account", account);
    model.addAttribute(
        "teams",
        organisations
            .organisation(account.organisation())
            .map(Organisation::teams)
            .orElse(List.of()));
    model.addAttribute("roles", Role.values());
    model.addAttribute("done", done);
    return "people-one";
  }

  @PostMapping("/{name}")
  String change(
      @AuthenticationPrincipal StaffMember by,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam Role role,
      @RequestParam(defaultValue = "") Set<String> teams,
      @RequestParam(defaultValue = "") String rota,
      @RequestParam Optional<String> phone,
      HttpServletResponse response,
      Model model) {
    phone.ifPresent(typed -> model.addAttribute("typedPhone", typed));
    return done(
        by,
        name,
        "changed",
        response,
        model,
        () -> {
          Rota its = rota(rota);
          Optional<StaffPhone> next = phone.flatMap(StaffPhone::parse);
          Account changed = people.change(by, name, displayName, role, teams);
          Account timed = changed.rota().equals(its) ? changed : people.setRota(by, name, its);
          boolean stays = phone.isEmpty() || next.map(StaffPhone::e164).equals(timed.phone());
          return stays ? timed : people.setPhone(by, name, next);
        });
  }

  @PostMapping("/{name}/disable")
  String disable(
      @AuthenticationPrincipal StaffMember by,
      @PathVariable String name,
      HttpServletResponse response,
      Model model) {
    return done(by, name, "closed", response, model, () -> people.disable(by, name));
  }

  @PostMapping("/{name}/enable")
  String enable(
      @AuthenticationPrincipal StaffMember by,
      @PathVariable String name,
      HttpServletResponse response,
      Model model) {
    return done(by, name, "opened", response, model, () -> people.enable(by, name));
  }

  @PostMapping("/{name}/reset-codes")
  String resetCodes(
      @AuthenticationPrincipal StaffMember by,
      @PathVariable String name,
      HttpServletResponse response,
      Model model) {
    return done(by, name, "codes", response, model, () -> people.resetSecondFactor(by, name));
  }

  @PostMapping("/{name}/invitation")
  String inviteAgain(
      @AuthenticationPrincipal StaffMember by,
      @PathVariable String name,
      HttpServletResponse response,
      Model model) {
    try {
      return link(people.inviteAgain(by, name), model);
    } catch (StaffRefusedException e) {
      return refused(by, name, e, response, model);
    }
  }

  private String done(
      StaffMember by,
      String name,
      String what,
      HttpServletResponse response,
      Model model,
      Supplier<Account> change) {
    try {
      Account account = change.get();
      model.asMap().clear();
      // The redirect takes the name from here and escapes it.
      model.addAttribute("name", account.name());
      return "redirect:/console/people/{name}?done=" + what;
    } catch (StaffRefusedException e) {
      return refused(by, name, e, response, model);
    }
  }

  private String refused(
      StaffMember by,
      String name,
      StaffRefusedException e,
      HttpServletResponse response,
      Model model) {
    response.setStatus(Problems.status(e).value());
    model.addAttribute("refused", e.sentence());
    return one(by, name, "", response, model);
  }

  private String link(People.Invited invited, Model model) {
    model.addAttribute("account", invited.account());
    model.addAttribute("link", publicUrl + "/invitation/" + invited.token());
    return "people-link";
  }

  private void addChoices(StaffMember by, Model model) {
    List<Organisation> choices =
        organisations.all().stream()
            .filter(each -> by.organisation().map(each.id()::equals).orElse(true))
            .toList();
    model.addAttribute("organisations", choices);
    model.addAttribute("roles", Role.values());
  }

  private static Rota rota(String typed) {
    try {
      return Rota.parse(typed);
    } catch (IllegalArgumentException e) {
      throw StaffRefusedException.because(e.getMessage() + ".");
    }
  }
}
