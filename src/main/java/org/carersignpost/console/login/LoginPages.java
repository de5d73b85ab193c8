package org.carersignpost.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.carersignpost.staff.LoginStep;
import org.carersignpost.staff.Logins;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Where staff log in.
@Controller
class LoginPages {
  private final Logins logins;
  private final LoginEnd end;
  private final List<LoginProviders.Provider> elsewhere;

  LoginPages(Logins logins, LoginEnd end, ObjectProvider<LoginProviders> elsewhere) {
    this.logins = logins;
    this.end = end;
    this.elsewhere =
        Optional.ofNullable(elsewhere.getIfAvailable()).map(LoginProviders::all).orElse(List.of());
  }

  @ModelAttribute("elsewhere")
  List<LoginProviders.Provider> elsewhere() {
    return elsewhere;
  }

  @GetMapping("/login")
  String login(Model model) {
    return "login";
  }

  @PostMapping("/login")
  String password(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("name", username);
    try {
      LoginStep step = logins.byPassword(username, password, request.getRemoteAddr());
      return switch (step) {
        case LoginStep.In in -> "redirect:" + end.in(in, request, response);
        case LoginStep.CodeWanted wanted -> "redirect:" + end.next(wanted, request);
        case LoginStep.Wrong _ -> again(response, model, HttpStatus.UNAUTHORIZED, "wrong");
        case LoginStep.Wait _ -> again(response, model, HttpStatus.TOO_MANY_REQUESTS, "wait");
      };
    } catch (DataAccessException e) {
      return again(response, model, HttpStatus.SERVICE_UNAVAILABLE, "away");
    }
  }

  /// What [AwayFilter] shows.
  @RequestMapping(AwayFilter.PAGE)
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String away() {
    return "store-away";
  }

  private static String again(
      HttpServletResponse response, Model model, HttpStatus status, String problem) {
    response.setStatus(status.value());
    model.addAttribute("problem", problem);
    return "login";
  }
}
