package org.carersignpost.console.page;

import static java.util.Map.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.console.Problems;
import org.carersignpost.console.RequestKey;
import org.carersignpost.console.Wording;
import org.carersignpost.console.desk.StaffCalls;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.console.desk.Supervision;
import org.carersignpost.conversation.StaffConversations.Result;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The forms of a conversation's page.
///
/// A script that sends one asks for JSON and gets a sentence, or a problem as RFC 9457 has it; a
/// browser without scripts is led back to the page, where a refused form keeps its words.
@Controller
@RequestMapping("/console/conversations/{id}")
class ConversationForms {
  private static final Map<String, String> SAID =
      Map.ofEntries(
          entry("take", "You have this conversation now."),
          entry("take-over", "You have this conversation now."),
          entry("release", "Put back in the queue."),
          entry("reply", "Sent."),
          entry("later", "Kept, to be sent later."),
          entry("note", "Note kept. Only staff see it."),
          entry("pass", "Passed on."),
          entry("hand-back", "The service answers again."),
          entry("close", "Closed."),
          entry("review", "Thank you. What is not right goes to whoever keeps the directory."),
          entry("ring", "Your phone rings now. Press 1 to ring the carer; they see our number."),
          entry(
              "ring-unknown",
              "We cannot tell whether your phone rings. If it does not in a moment, try again."));

  private final ConsolePages pages;
  private final StaffDesk desk;
  private final StaffCalls calls;
  private final Supervision supervision;
  private final Choices choices;
  private final ZoneId zone;
  private final Clock clock;

  ConversationForms(
      ConsolePages pages,
      StaffDesk desk,
      StaffCalls calls,
      Supervision supervision,
      Choices choices,
      @Value("${signpost.zone:Europe/London}") ZoneId zone,
      Clock clock) {
    this.pages = pages;
    this.desk = desk;
    this.calls = calls;
    this.supervision = supervision;
    this.choices = choices;
    this.zone = zone;
    this.clock = clock;
  }

  /// What every form carries.
  ///
  /// @param request names this rendering of the form
  /// @param seen the number of the last line on the screen
  /// @param list the list beside the page
  /// @param page of that list
  record Sent(
      @Nullable String request,
      @Nullable Long seen,
      @Nullable String list,
      @Nullable Integer page) {
    private ConsolePages.Beside beside() {
      return new ConsolePages.Beside(list == null ? "" : list, page == null ? 0 : page);
    }
  }

  /// What a script is told.
  ///
  /// @param said a sentence for the user
  /// @param gone whether the user may not see the conversation any more
  record Told(String said, boolean gone) {}

  /// What was done, in words; empty for what nobody can have done.
  static Optional<String> said(String what) {
    return Optional.ofNullable(SAID.get(what))
        .or(() -> Optional.of(TextPages.said(what)).filter(words -> !words.isEmpty()));
  }

  @PostMapping("/take")
  Object take(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      HttpServletRequest request) {
    return act(who, id, sent, request, "take", new StaffAction.Claim());
  }

  @PostMapping("/take-over")
  Object takeOver(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      HttpServletRequest request) {
    require(desk.takeOver(who, id, RequestKey.of(sent.request, "take-over", id)));
    return done(who, id, sent, request, "take-over");
  }

  @PostMapping("/release")
  Object release(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      HttpServletRequest request) {
    return act(who, id, sent, request, "release", new StaffAction.Release());
  }

  @PostMapping("/reply")
  Object reply(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String later,
      HttpServletRequest request) {
    Optional<Instant> notBefore = Wording.later(moment(later), clock.instant());
    if (!later.isBlank() && notBefore.isEmpty()) {
      throw Problems.badRequest("That moment has passed, so nothing was sent. Choose a later one.");
    }
    StaffAction.Kind kind = new StaffAction.Reply(Wording.toCarer(lines(text)), notBefore);
    return act(who, id, sent, request, notBefore.isPresent() ? "later" : "reply", kind);
  }

  @PostMapping("/note")
  Object note(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request) {
    StaffAction.Kind kind = new StaffAction.Note(Wording.toColleagues(lines(text)));
    return act(who, id, sent, request, "note", kind);
  }

  @PostMapping("/pass")
  Object pass(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request) {
    if (to.isBlank()) {
      throw Problems.badRequest("Choose to whom it goes.");
    }
    StaffAction.Kind kind = choices.passing(to);
    if (!text.isBlank()) {
      StaffAction.Note note = new StaffAction.Note(Wording.toColleagues(lines(text)));
      require(desk.act(who, id, key(sent, "pass-note", id, note), Optional.empty(), note));
    }
    return act(who, id, sent, request, "pass", kind);
  }

  @PostMapping("/hand-back")
  Object handBack(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request) {
    StaffAction.Kind kind = new StaffAction.HandBack(Wording.toCarer(lines(text)));
    return act(who, id, sent, request, "hand-back", kind);
  }

  @PostMapping("/close")
  Object close(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") List<String> topics,
      @RequestParam(defaultValue = "false") boolean owed,
      HttpServletRequest request) {
    if (outcome.isBlank()) {
      throw Problems.badRequest("Choose how it ended.");
    }
    StaffAction.Kind kind =
        new StaffAction.Close(Wording.outcome(outcome), desk.knownTopics(topics), owed);
    return act(who, id, sent, request, "close", kind);
  }

  /// Rings the phone of whoever asks, and then the carer.
  @PostMapping("/ring")
  Object ring(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      HttpServletRequest request) {
    return switch (calls.ring(who, id, RequestKey.of(sent.request, "ring", id))) {
      case RINGING -> done(who, id, sent, request, "ring");
      case UNKNOWN -> done(who, id, sent, request, "ring-unknown");
    };
  }

  /// Thumbs up or down for an answer of the service.
  @PostMapping("/review")
  Object review(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      Sent sent,
      @RequestParam long line,
      @RequestParam Optional<Boolean> good,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    boolean isGood = good.orElseThrow(() -> Problems.badRequest("Choose whether it was right."));
    if (!isGood && reason.isBlank()) {
      throw Problems.badRequest("Say what is wrong, so that it can be put right.");
    }
    supervision.judge(who, id, line, isGood, lines(reason));
    return done(who, id, sent, request, "review");
  }

  private Object act(
      StaffMember who,
      String id,
      Sent sent,
      HttpServletRequest request,
      String what,
      StaffAction.Kind kind) {
    require(desk.act(who, id, key(sent, what, id, kind), Optional.ofNullable(sent.seen), kind));
    return done(who, id, sent, request, what);
  }

  /// What is done is part of the name, so that the same form with other words is another wish.
  private static String key(Sent sent, String what, String id, StaffAction.Kind kind) {
    return RequestKey.of(sent.request, what, id, kind.toString());
  }

  private void require(Result result) {
    if (result instanceof Result.Refused refused) {
      throw Problems.refused(refused, refused.owner().map(desk::nameOf).orElse(""));
    }
  }

  private Object done(
      StaffMember who, String id, Sent sent, HttpServletRequest request, String what) {
    boolean gone = !isVisible(who, id);
    if (wantsJson(request)) {
      return ResponseEntity.ok(new Told(said(what).orElse(""), gone));
    }
    ConsolePages.Beside beside = sent.beside();
    return "redirect:/console%s?list=%s&page=%d&done=%s"
        .formatted(gone ? "" : "/conversations/" + id, beside.list(), beside.page(), what);
  }

  private boolean isVisible(StaffMember who, String id) {
    try {
      desk.visible(who, id);
      return true;
    } catch (ResponseStatusException e) {
      return false;
    }
  }

  /// Shows beside the form why it was refused, with all its words.
  @ExceptionHandler(ErrorResponseException.class)
  Object refused(
      ErrorResponseException refusal,
      Authentication login,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
    ProblemDetail problem = refusal.getBody();
    if (wantsJson(request)) {
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    if (status == HttpStatus.NOT_FOUND || !(login.getPrincipal() instanceof StaffMember who)) {
      return PageErrors.page(status);
    }
    String[] path = request.getRequestURI().split("/");
    ConsolePages.Beside beside =
        new ConsolePages.Beside(Optional.ofNullable(request.getParameter("list")).orElse(""), 0);
    pages.conversation(model, who, path[path.length - 2], beside, false);
    pages.list(model, who, beside);
    model.addAttribute("openId", path[path.length - 2]);
    model.addAttribute("problemAt", path[path.length - 1]);
    model.addAttribute("problem", problem.getDetail());
    model.addAttribute("keptText", request.getParameter("text"));
    model.addAttribute("keptLater", request.getParameter("later"));
    response.setStatus(status.value());
    return new ModelAndView(ConsolePages.PAGE, model.asMap());
  }

  private static boolean wantsJson(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE);
  }

  /// A form sends its lines with two characters at each end.
  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }

  /// @throws ErrorResponseException 400 if it is no moment
  private @Nullable Instant moment(String local) {
    if (local.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(local).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw Problems.badRequest("Give day and time, or leave both empty.");
    }
  }
}
