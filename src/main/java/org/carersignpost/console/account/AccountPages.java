package org.carersignpost.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.carersignpost.console.login.SessionLogin;
import org.carersignpost.console.login.SetUp;
import org.carersignpost.staff.Account;
import org.carersignpost.staff.OwnAccount;
import org.carersignpost.staff.People;
import org.carersignpost.staff.Presence;
import org.carersignpost.staff.Rota;
import org.carersignpost.staff.SecondFactors;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.StaffPhone;
import org.carersignpost.staff.StaffRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What people do with their own account: password, codes by app, rota, phone for calls, duty.
@Controller
@RequestMapping("/account")
class AccountPages {
  private final OwnAccount own;
  private final People people;
  private final Presence presence;
  private final SecondFactors secondFactors;
  private final SetUp setUp;
  private final SessionLogin sessions;

  AccountPages(
      OwnAccount own,
      People people,
      Presence presence,
      SecondFactors secondFactors,
      SetUp setUp,
      SessionLogin sessions) {
    this.own = own;
    this.people = people;
    this.presence = presence;
    this.secondFactors = secondFactors;
    this.setUp = setUp;
    this.sessions = sessions;
  }

  @GetMapping
  String account(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    model.addAttribute("account", own.of(member).orElse(null));
    model.addAttribute("onDuty", presence.isOnDuty(member.name()));
    model.addAttribute("codesRequired", secondFactors.isRequired(member.role()));
    model.addAttribute("done", done);
    return "account";
  }

  @PostMapping("/duty")
  String duty(@AuthenticationPrincipal StaffMember member, @RequestParam boolean on) {
    if (on) {
      presence.goOnDuty(member);
    } else {
      presence.goOffDuty(member);
    }
    return "redirect:/account";
  }

  @PostMapping("/password")
  String password(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!password.equals(again)) {
      return refused(
          member, "password", "The new password is not the same twice.", response, model);
    }
    try {
      sessions.goOn(request, own.changePassword(member, current, password));
      request.changeSessionId();
      return "redirect:/account?done=password";
    } catch (StaffRefusedException e) {
      return refused(member, "password", e.sentence(), response, model);
    }
  }

  @PostMapping("/rota")
  String rota(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(defaultValue = "") String rota,
      HttpServletResponse response,
      Model model) {
    try {
      people.setRota(member, member.name(), Rota.parse(rota));
      return "redirect:/account?done=rota";
    } catch (StaffRefusedException e) {
      return refused(member, "rota", e.sentence(), response, model);
    } catch (IllegalArgumentException e) {
      model.addAttribute("typedRota", rota);
      return refused(member, "rota", e.getMessage() + ".", response, model);
    }
  }

  @PostMapping("/phone")
  String phone(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(defaultValue = "") String phone,
      HttpServletResponse response,
      Model model) {
    try {
      Account now = people.setPhone(member, member.name(), StaffPhone.parse(phone));
      return "redirect:/account?done=" + (now.phone().isPresent() ? "phone" : "no-phone");
    } catch (StaffRefusedException e) {
      model.addAttribute("typedPhone", phone);
      return refused(member, "phone", e.sentence(), response, model);
    }
  }

  /// Codes by app are set up or replaced after the password was given once more.
  @PostMapping("/codes")
  String codes(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(defaultValue = "") String current,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      own.confirm(member, current);
    } catch (StaffRefusedException e) {
      return refused(member, "codes", e.sentence(), response, model);
    }
    setUp.show(member.name(), request, model);
    return "account-set-up";
  }

  @PostMapping("/codes/confirm")
  String confirm(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<List<String>> codes = setUp.confirm(member.name(), code, true, request);
    if (codes.isEmpty()) {
      setUp.show(member.name(), request, model);
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("problem", "wrong");
      return "account-set-up";
    }
    return shown(codes.get(), model);
  }

  @PostMapping("/recovery-codes")
  String recoveryCodes(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(defaultValue = "") String current,
      HttpServletResponse response,
      Model model) {
    try {
      own.confirm(member, current);
      return shown(secondFactors.newRecoveryCodes(member.name()), model);
    } catch (StaffRefusedException e) {
      return refused(member, "recovery", e.sentence(), response, model);
    }
  }

  private static String shown(List<String> codes, Model model) {
    model.addAttribute("codes", codes);
    model.addAttribute("next", "/account");
    return "account-codes";
  }

  private String refused(
      StaffMember member, String form, String sentence, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("refusedForm", form);
    model.addAttribute("refused", sentence);
    return account(member, "", model);
  }
}
