package org.carersignpost.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carersignpost.console.Problems;
import org.carersignpost.console.desk.StaffTexts;
import org.carersignpost.outbox.Delivery;
import org.carersignpost.outbox.DeliveryProblem;
import org.carersignpost.staff.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The texts that did not arrive, or may not have, and what to do about them.
@RestController
@RequestMapping("/api/v1/texts")
public class TextsApi {
  private final StaffTexts texts;

  TextsApi(StaffTexts texts) {
    this.texts = texts;
  }

  /// One text.
  ///
  /// @param id names it
  /// @param conversation the conversation's id
  /// @param state `failed`, `undelivered` or `unknown`
  /// @param at since when
  /// @param error the carrier's code
  /// @param problem what happened
  /// @param advice what to do now
  public record Troubled(
      String id,
      String conversation,
      String state,
      Instant at,
      Optional<Integer> error,
      Optional<String> problem,
      Optional<String> advice) {
    private static Troubled of(StaffTexts.Troubled text) {
      Delivery delivery = text.delivery();
      return new Troubled(
          delivery.id().value(),
          delivery.conversation(),
          delivery.state().name().toLowerCase(Locale.ROOT),
          delivery.at(),
          delivery.error(),
          delivery.problem().map(DeliveryProblem::happened),
          delivery.problem().map(DeliveryProblem::advice));
    }
  }

  @GetMapping("/troubled")
  List<Troubled> troubled(@AuthenticationPrincipal StaffMember who) {
    return texts.troubled(who).stream().map(Troubled::of).toList();
  }

  @PostMapping("/{text}/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@AuthenticationPrincipal StaffMember who, @PathVariable String text) {
    require(texts.cancel(who, text), "It has gone already.");
  }

  @PostMapping("/{text}/send-again")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void sendAgain(@AuthenticationPrincipal StaffMember who, @PathVariable String text) {
    require(texts.sendAgain(who, text), "It is on its way, or has arrived.");
  }

  @PostMapping("/{text}/acknowledge")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void acknowledge(@AuthenticationPrincipal StaffMember who, @PathVariable String text) {
    texts.acknowledge(who, text);
  }

  private static void require(boolean isDone, String otherwise) {
    if (!isDone) {
      throw Problems.of(HttpStatus.CONFLICT, otherwise);
    }
  }
}
