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
    } else {
      chain.doFilter(request, response);
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
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            Paging.utf8(
                "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"Ask again in %d seconds.\"}"
                    .formatted(seconds)));
  }
}
