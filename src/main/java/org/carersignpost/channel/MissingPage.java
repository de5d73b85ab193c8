package org.carersignpost.channel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Tells a person in a browser that there is no such page; programs get the problem as JSON.
@Component
class MissingPage implements HandlerExceptionResolver, Ordered {
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (!(failure instanceof NoResourceFoundException)
        || accept == null
        || !accept.contains(MediaType.TEXT_HTML_VALUE)) {
      return null;
    }
    HttpStatus status = HttpStatus.NOT_FOUND;
    return new ModelAndView("error", Map.of("status", status.value()), status);
  }
}
