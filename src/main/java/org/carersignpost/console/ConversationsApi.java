package org.carersignpost.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The conversations, for the console and for programs of the partners.
///
/// Numbers stand in bodies only, never in an address, because addresses end up in logs.
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationsApi {
  private static final Set<String> STATES = Set.of("bot", "waiting", "staff", "closed");
  private static final String WHOLE_NUMBER = "\\+[1-9]\\d{6,14}";

  private final Conversations conversations;

  ConversationsApi(Conversations conversations) {
    this.conversations = conversations;
  }

  /// What to search for.
  ///
  /// @param phone a whole number in E.164 form, `+447700900123`
  record Search(@Nullable String phone) {}

  @GetMapping
  Page<ConversationSummary> list(
      @RequestParam Optional<String> state,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    if (state.isPresent() && !STATES.contains(state.get())) {
      throw problem(HttpStatus.BAD_REQUEST, "state is one of bot, waiting, staff and closed.");
    }
    if (page < 0 || size < 1 || size > Conversations.MOST_A_PAGE) {
      throw problem(
          HttpStatus.BAD_REQUEST,
          "page counts from 0, and size is 1 to " + Conversations.MOST_A_PAGE + ".");
    }
    return conversations.page(state, page, size);
  }

  @PostMapping("/search")
  Page<ConversationSummary> search(@RequestBody Search search) {
    String phone = search.phone() == null ? "" : search.phone().replace(" ", "");
    if (!phone.matches(WHOLE_NUMBER)) {
      throw problem(
          HttpStatus.BAD_REQUEST, "phone is a whole number with its country, like +447700900123.");
    }
    List<ConversationSummary> found = conversations.byNumber(phone).stream().toList();
    return new Page<>(found, found.size());
  }

  @GetMapping("/{id}")
  ConversationView view(@PathVariable String id) {
    return conversations
        .view(id)
        .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no conversation of that id."));
  }

  @ExceptionHandler(DataAccessException.class)
  ProblemDetail storeIsAway() {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The store is away. Carers are still answered; try again in a moment.");
  }

  private static ErrorResponseException problem(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}
