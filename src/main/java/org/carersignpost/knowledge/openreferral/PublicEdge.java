package org.carersignpost.knowledge.openreferral;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// What holds for every request to the feed: pages of any site may read the answer, and nobody asks
/// too often.
///
/// Who asks is told by the connection, or by a proxy that the server trusts; headers alone are not
/// believed.
final class PublicEdge extends OncePerRequestFilter {
  private static final String METHODS = "GET, HEAD, OPTIONS";

  private final RequestLimits limits;

  PublicEdge(RequestLimits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.setHeader(
        HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Last-Modified, Retry-After");
    Optional<Duration> wait = limits.count(request.getRemoteAddr());
    if (wait.isPresent()) {
      refuse(response, wait.get());
    } else if (request.getMethod().equals(HttpMethod.OPTIONS.name())) {
      tellWhatIsAllowed(response);
    } else if (isReadable(request)) {
      chain.doFilter(request, response);
    } else {
      write(response, HttpStatus.BAD_REQUEST, "The parameters are not text in UTF-8, or too many.");
    }
  }

  /// Nobody behind this would expect parameters that cannot be read, and each would be logged as a
  /// fault of ours.
  private static boolean isReadable(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (IllegalStateException unreadable) {
      return false;
    }
  }

  private static void tellWhatIsAllowed(HttpServletResponse response) {
    response.setHeader(HttpHeaders.ALLOW, METHODS);
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*");
    response.setHeader(
        HttpHeaders.ACCESS_CONTROL_MAX_AGE, Long.toString(Duration.ofDays(1).toSeconds()));
    response.setStatus(HttpStatus.NO_CONTENT.value());
  }

  private static void refuse(HttpServletResponse response, Duration wait) throws IOException {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    write(
        response,
        HttpStatus.TOO_MANY_REQUESTS,
        "This address has asked too often; it may ask again in %d seconds.".formatted(seconds));
  }

  /// @param detail a sentence of ours without quotes, never a caller's words
  private static void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            Paging.utf8(
                "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                    .formatted(status.getReasonPhrase(), status.value(), detail)));
  }
}
