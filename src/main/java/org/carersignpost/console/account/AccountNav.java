package org.carersignpost.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.stream.Collectors;
import org.carersignpost.staff.Organisation;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.Team;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells every page of the console who looks at it, as `me`, what the header may link to, as
/// `isSupervisor` and `isAdmin`, and what teams and organisations are called, as `names`.
@ControllerAdvice("org.carersignpost.console")
class AccountNav {
  private final Names names;

  AccountNav(Organisations organisations) {
    this.names = new Names(organisations);
  }

  /// What teams and organisations are called; one that is no longer configured by its id.
  record Names(Organisations organisations) {
    public String team(String id) {
      return organisations.team(id).map(Team::name).orElse(id);
    }

    public String teams(Collection<String> ids) {
      return ids.stream().map(this::team).sorted().collect(Collectors.joining(", "));
    }

    public String organisation(String id) {
      return organisations.organisation(id).map(Organisation::name).orElse(id);
    }
  }

  @ModelAttribute
  void me(
      HttpServletRequest request,
      @AuthenticationPrincipal @Nullable StaffMember member,
      Model model) {
    if (member != null && !request.getRequestURI().startsWith("/api/")) {
      model.addAttribute("names", names);
      model.addAttribute("me", member);
      model.addAttribute("isSupervisor", member.is(Role.SUPERVISOR));
      model.addAttribute("isAdmin", member.is(Role.ADMIN));
    }
  }
}
