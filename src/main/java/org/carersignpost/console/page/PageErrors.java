package org.carersignpost.console.page;

import java.util.Map;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Tells staff on a page, and not in JSON, why there is nothing to see.
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {
  @ExceptionHandler(ErrorResponseException.class)
  ModelAndView refused(ErrorResponseException refusal) {
    return page(refusal.getStatusCode());
  }

  @ExceptionHandler(TypeMismatchException.class)
  ModelAndView misread(TypeMismatchException misread) {
    return page(HttpStatus.BAD_REQUEST);
  }

  static ModelAndView page(HttpStatusCode status) {
    return new ModelAndView("console-refused", Map.of("status", status.value()), status);
  }
}
