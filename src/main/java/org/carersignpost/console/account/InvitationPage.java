package org.carersignpost.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.carersignpost.console.login.LoginEnd;
import org.carersignpost.staff.Account;
import org.carersignpost.staff.Invitations;
import org.carersignpost.staff.LoginStep;
import org.carersignpost.staff.StaffRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where somebody who was invited chooses a password.
@Controller
@RequestMapping("/invitation/{token}")
class InvitationPage {
  private static final String PAGE = "account-invitation";

  private final Invitations invitations;
  private final LoginEnd end;

  InvitationPage(Invitations invitations, LoginEnd end) {
    this.invitations = invitations;
    this.end = end;
  }

  @GetMapping
  String invitation(@PathVariable String token, HttpServletResponse response, Model model) {
    Optional<Account> invited = invitations.find(token);
    response.setHeader("Referrer-Policy", "no-referrer");
    if (invited.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
    } else {
      model.addAttribute("invited", invited.get());
      model.addAttribute("token", token);
    }
    return PAGE;
  }

  @PostMapping
  String accept(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!password.equals(again)) {
      return refused(token, "The password is not the same twice.", response, model);
    }
    LoginStep step;
    try {
      step = invitations.accept(token, password);
    } catch (StaffRefusedException e) {
      return refused(token, e.sentence(), response, model);
    }
    return switch (step) {
      case LoginStep.In in -> "redirect:" + end.in(in, request, response);
      case LoginStep.CodeWanted wanted -> "redirect:" + end.next(wanted, request);
      case LoginStep.Wrong _, LoginStep.Wait _ -> "redirect:/login";
    };
  }

  private String refused(String token, String sentence, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("refused", sentence);
    return invitation(token, response, model);
  }
}
