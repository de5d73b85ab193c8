package org.carersignpost.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carersignpost.console.Problems;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says kindly that the store is away, wherever that is found out.
final class AwayFilter extends OncePerRequestFilter {
  static final String PAGE = "/login/away";
  private static final String SENTENCE =
      "The store is away. Carers are still answered; try again in a moment.";

  private final boolean forPeople;

  /// @param forPeople whether people read the answer, or programs
  AwayFilter(boolean forPeople) {
    this.forPeople = forPeople;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (DataAccessException e) {
      tell(request, response, e);
    } catch (ServletException e) {
      if (!(e.getRootCause() instanceof DataAccessException away)) {
        throw e;
      }
      tell(request, response, away);
    }
  }

  private void tell(
      HttpServletRequest request, HttpServletResponse response, DataAccessException away)
      throws ServletException, IOException {
    if (response.isCommitted()) {
      throw away;
    }
    if (forPeople) {
      request.getRequestDispatcher(PAGE).forward(request, response);
    } else {
      Problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, SENTENCE);
    }
  }
}
