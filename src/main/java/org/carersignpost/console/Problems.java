package org.carersignpost.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.carersignpost.conversation.StaffConversations.Result;
import org.carersignpost.staff.StaffRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Errors of staff pages and APIs as RFC 9457 has them.
public final class Problems {
  private Problems() {}

  /// The status that fits a refusal.
  public static HttpStatus status(StaffRefusedException refusal) {
    return switch (refusal.kind()) {
      case WRONG -> HttpStatus.BAD_REQUEST;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case MISSING -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
    };
  }

  /// Writes one before any controller is reached.
  ///
  /// @param detail a fixed sentence of ours without quotes, never a caller's words
  public static void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), detail));
  }

  public static ErrorResponseException badRequest(String detail) {
    return of(HttpStatus.BAD_REQUEST, detail);
  }

  public static ErrorResponseException notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, detail);
  }

  /// Why a staff member's wish was not fulfilled; `why` names the reason for programs.
  public static ErrorResponseException refused(Result.Refused refused, String owner) {
    HttpStatus status =
        switch (refused.why()) {
          case TAKEN, NOT_CLAIMED, UNSEEN -> HttpStatus.CONFLICT;
          case NO_NUMBER -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    ErrorResponseException problem = of(status, sentence(refused, owner));
    problem.getBody().setProperty("why", refused.why().name().toLowerCase(Locale.ROOT));
    refused.owner().ifPresent(name -> problem.getBody().setProperty("owner", name));
    return problem;
  }

  /// The same in words for a page.
  ///
  /// @param owner how colleagues know whoever has it
  static String sentence(Result.Refused refused, String owner) {
    return switch (refused.why()) {
      case TAKEN -> owner + " has this conversation.";
      case NOT_CLAIMED -> "Take the conversation first.";
      case UNSEEN -> "The carer has written again. Nothing was sent: read it, then send your text.";
      case NO_NUMBER -> "The number was withheld, so no text can be sent.";
    };
  }

  public static ErrorResponseException of(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}
