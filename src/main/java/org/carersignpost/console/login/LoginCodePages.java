package org.carersignpost.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.carersignpost.staff.LoginStep;
import org.carersignpost.staff.Logins;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The second step of logging in: a code by app or a recovery code, or setting codes up first.
@Controller
class LoginCodePages {
  private static final String TO_THE_START = "redirect:/login";

  private final Logins logins;
  private final LoginEnd end;
  private final SetUp setUp;

  LoginCodePages(Logins logins, LoginEnd end, SetUp setUp) {
    this.logins = logins;
    this.end = end;
    this.setUp = setUp;
  }

  @GetMapping("/login/code")
  String code(HttpServletRequest request) {
    return LoginEnd.half(request).isPresent() ? "login-code" : TO_THE_START;
  }

  @PostMapping("/login/code")
  String code(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<LoginEnd.HalfIn> half = LoginEnd.half(request);
    if (half.isEmpty()) {
      return TO_THE_START;
    }
    LoginStep step =
        logins.byCode(half.get().name(), half.get().generation(), code, request.getRemoteAddr());
    return switch (step) {
      case LoginStep.In in -> "redirect:" + end.in(in, request, response);
      case LoginStep.Wait _ ->
          again(response, model, "login-code", HttpStatus.TOO_MANY_REQUESTS, "wait");
      case LoginStep.Wrong _, LoginStep.CodeWanted _ ->
          again(response, model, "login-code", HttpStatus.UNAUTHORIZED, "wrong");
    };
  }

  @GetMapping("/login/set-up")
  String setUp(HttpServletRequest request, Model model) {
    Optional<LoginEnd.HalfIn> half = toBeSetUp(request);
    if (half.isEmpty()) {
      return TO_THE_START;
    }
    setUp.show(half.get().name(), request, model);
    return "login-set-up";
  }

  @PostMapping("/login/set-up")
  String setUp(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<LoginEnd.HalfIn> half = toBeSetUp(request);
    if (half.isEmpty()) {
      return TO_THE_START;
    }
    Optional<List<String>> codes = setUp.confirm(half.get().name(), code, false, request);
    if (codes.isEmpty()) {
      setUp.show(half.get().name(), request, model);
      return again(response, model, "login-set-up", HttpStatus.BAD_REQUEST, "wrong");
    }
    if (logins.afterSetUp(half.get().name(), half.get().generation()) instanceof LoginStep.In in) {
      model.addAttribute("next", end.in(in, request, response));
      model.addAttribute("codes", codes.get());
      return "account-codes";
    }
    return TO_THE_START;
  }

  /// Only whoever has no second factor yet may set one up with a password alone.
  private static Optional<LoginEnd.HalfIn> toBeSetUp(HttpServletRequest request) {
    return LoginEnd.half(request).filter(half -> !half.setUp());
  }

  private static String again(
      HttpServletResponse response, Model model, String page, HttpStatus status, String problem) {
    response.setStatus(status.value());
    model.addAttribute("problem", problem);
    return page;
  }
}
