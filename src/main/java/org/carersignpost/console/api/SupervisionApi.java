package org.carersignpost.console.api;

import java.util.List;
import org.carersignpost.console.Problems;
import org.carersignpost.console.desk.Supervision;
import org.carersignpost.conversation.QualityReview;
import org.carersignpost.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How things stand with the teams, and how good the service's answers are; for supervisors.
@RestController
@RequestMapping("/api/v1")
class SupervisionApi {
  private final Supervision supervision;

  SupervisionApi(Supervision supervision) {
    this.supervision = supervision;
  }

  /// What somebody thinks of an answer.
  ///
  /// @param good thumbs up
  /// @param reason what was wrong, at most 500 characters
  record Judgement(@Nullable Boolean good, @Nullable String reason) {}

  @GetMapping("/overview")
  List<Supervision.TeamState> overview(@AuthenticationPrincipal StaffMember who) {
    return supervision.teams(who);
  }

  @GetMapping("/reviews")
  List<QualityReview.Correction> corrections(@AuthenticationPrincipal StaffMember who) {
    return supervision.corrections(who);
  }

  @PutMapping("/reviews/{conversation}/{line}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void judge(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String conversation,
      @PathVariable long line,
      @RequestBody Judgement judgement) {
    if (judgement.good() == null) {
      throw Problems.badRequest("good is true or false.");
    }
    String reason = judgement.reason() == null ? "" : judgement.reason();
    supervision.judge(who, conversation, line, judgement.good(), reason);
  }

  /// It has been put right.
  @DeleteMapping("/reviews/{conversation}/{line}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void settle(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String conversation,
      @PathVariable long line) {
    supervision.settle(who, conversation, line);
  }
}
