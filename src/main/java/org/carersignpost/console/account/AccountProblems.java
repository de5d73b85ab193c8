package org.carersignpost.console.account;

import org.carersignpost.console.Problems;
import org.carersignpost.staff.StaffRefusedException;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What the staff module refuses, told to programs.
@RestControllerAdvice("org.carersignpost.console")
class AccountProblems {
  @ExceptionHandler(StaffRefusedException.class)
  ProblemDetail refused(StaffRefusedException e) {
    return ProblemDetail.forStatusAndDetail(Problems.status(e), e.sentence());
  }
}
