package org.carersignpost.knowledge.openreferral;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// A parameter that cannot be used: 400, with its name and what is allowed.
final class BadParameter extends ErrorResponseException {
  private static final long serialVersionUID = 1L;

  /// @param allowed goes on after the name: `must be 1 to 100`
  BadParameter(String name, String allowed) {
    super(HttpStatus.BAD_REQUEST, problem(name, allowed), null);
  }

  private static ProblemDetail problem(String name, String allowed) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, name + " " + allowed + ".");
    problem.setProperty("parameter", name);
    return problem;
  }
}
