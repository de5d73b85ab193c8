package org.carersignpost.console.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.console.login.BearerTokenFilter;
import org.carersignpost.handoff.ChangeFeed;
import org.carersignpost.handoff.Changes;
import org.carersignpost.staff.AccountChanges;
import org.carersignpost.staff.Accounts;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.StaffMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells pages and programs what has changed, as it changes.
///
/// A stream ends when its reader logs out, anywhere, or is no longer who they were; whoever may
/// still listen simply comes back.
@RestController
class LiveApi {
  /// A stream that has lasted so long ends, so that its reader is looked at anew.
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int MOST_REMEMBERED = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(LiveApi.class);

  private final ChangeFeed feed;
  private final Organisations organisations;
  private final Accounts accounts;

  /// When the streams of an account were last ended, by the machine's own clock.
  private final Map<String, Long> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  LiveApi(
      ChangeFeed feed,
      Organisations organisations,
      Accounts accounts,
      AccountChanges accountChanges) {
    this.feed = feed;
    this.organisations = organisations;
    this.accounts = accounts;
    accountChanges.listen(this::end);
    feed.listen(change -> {
      if (change.kind() == Changes.Kind.ACCOUNT) {
        end(change.id());
      }
    });
  }

  /// The stream, for as long as the reader listens and may.
  @GetMapping({"/console/events", "/api/v1/events"})
  void events(
      @AuthenticationPrincipal StaffMember who,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    long start = System.nanoTime();
    Optional<String> token = BearerTokenFilter.token(request);
    try {
      Live.stream(
          request,
          response,
          feed,
          team -> organisations.maySee(who, team),
          () ->
              System.nanoTime() - start < LONGEST.toNanos()
                  && !isEndedSince(who.name(), start)
                  && isStill(who, token));
    } catch (IOException e) {
      // Every page that is closed ends like this.
      LOG.debug("A reader of changes has gone");
    }
  }

  private boolean isStill(StaffMember who, Optional<String> token) {
    try {
      return token.map(accounts::byToken).orElseGet(() -> accounts.byName(who.name())).stream()
          .anyMatch(who::equals);
    } catch (DataAccessException e) {
      // While the store is away nothing is told either.
      return true;
    }
  }

  private void end(String account) {
    synchronized (ended) {
      ended.put(account, System.nanoTime());
    }
    feed.wake();
  }

  private boolean isEndedSince(String account, long start) {
    synchronized (ended) {
      Long at = ended.get(account);
      return at != null && at - start > 0;
    }
  }
}
