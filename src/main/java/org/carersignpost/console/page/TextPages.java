package org.carersignpost.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.console.desk.StaffTexts;
import org.carersignpost.outbox.Delivery;
import org.carersignpost.outbox.DeliveryProblem;
import org.carersignpost.staff.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The texts that did not arrive, and what staff do about them.
@Controller
class TextPages {
  private static final Map<String, String> SAID =
      Map.of(
          "cancel", "Taken back. It will not be sent.",
          "send-again", "It will be sent again.",
          "done", "Done. It is off the list.",
          "too-late", "Too late: it has gone, or somebody was quicker.");

  private final ConsolePages pages;
  private final StaffTexts texts;

  TextPages(ConsolePages pages, StaffTexts texts) {
    this.pages = pages;
    this.texts = texts;
  }

  /// One of them, in words.
  ///
  /// @param state `failed`, `undelivered` or `unknown`
  /// @param stateWords what became of it
  /// @param about the place of the carer, to tell them apart
  record Row(
      String id,
      String conversation,
      String state,
      String stateWords,
      Instant at,
      String happened,
      String advice,
      String about) {
    private static Row of(StaffTexts.Troubled text) {
      Delivery delivery = text.delivery();
      String state = delivery.state().name().toLowerCase(Locale.ROOT);
      return new Row(
          delivery.id().value(),
          delivery.conversation(),
          state,
          words(state),
          delivery.at(),
          delivery.problem().map(DeliveryProblem::happened).orElse(""),
          delivery.problem().map(DeliveryProblem::advice).orElse(""),
          text.conversation().place().orElse(""));
    }
  }

  @GetMapping("/console/texts")
  String troubled(
      @AuthenticationPrincipal StaffMember who, @RequestParam Optional<String> done, Model model) {
    pages.list(model, who, new ConsolePages.Beside(Tab.WAITING.id(), 0));
    model.addAttribute("troubled", texts.troubled(who).stream().map(Row::of).toList());
    done.map(SAID::get).ifPresent(said -> model.addAttribute("said", said));
    return "console-texts";
  }

  private static String words(String state) {
    return switch (state) {
      case "undelivered" -> "Did not arrive";
      case "unknown" -> "Perhaps not sent";
      default -> "Not sent";
    };
  }

  @PostMapping("/console/texts/{outgoing}/cancel")
  Object cancel(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String outgoing,
      @RequestParam String conversation,
      @RequestParam(defaultValue = "") String from,
      HttpServletRequest request) {
    return done(texts.cancel(who, outgoing) ? "cancel" : "too-late", conversation, from, request);
  }

  @PostMapping("/console/texts/{outgoing}/send-again")
  Object sendAgain(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String outgoing,
      @RequestParam String conversation,
      @RequestParam(defaultValue = "") String from,
      HttpServletRequest request) {
    return done(
        texts.sendAgain(who, outgoing) ? "send-again" : "too-late", conversation, from, request);
  }

  @PostMapping("/console/texts/{outgoing}/done")
  Object acknowledge(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String outgoing,
      @RequestParam String conversation,
      HttpServletRequest request) {
    texts.acknowledge(who, outgoing);
    return done("done", conversation, "texts", request);
  }

  private static Object done(
      String what, String conversation, String from, HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    if (accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
      return what.equals("too-late") ? tooLate() : ResponseEntity.ok(Map.of("said", said(what)));
    }
    return from.equals("texts")
        ? "redirect:/console/texts?done=" + what
        : "redirect:/console/conversations/" + conversation + "?done=" + what;
  }

  private static ResponseEntity<ProblemDetail> tooLate() {
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, said("too-late")));
  }

  /// What was done, in words; nothing for what nobody can have done.
  static String said(String what) {
    return SAID.getOrDefault(what, "");
  }
}
