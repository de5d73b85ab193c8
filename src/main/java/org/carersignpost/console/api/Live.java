package org.carersignpost.console.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carersignpost.handoff.ChangeFeed;
import org.carersignpost.handoff.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// One open stream of server-sent events (HTML Living Standard, 9.2) to one browser: ids of what
/// has changed, never words.
///
/// The id of an event is its place in the stream of [Changes]; a browser that comes back with its
/// last one is told everything it missed, or to load its page anew where that is gone. Events are
/// `changed` and `looking` with ids of conversations, a line each, and `reload`. At most four are
/// sent a second: what comes faster travels together.
final class Live {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final Duration BETWEEN_EVENTS = Duration.ofMillis(250);

  /// So often a sign of life is sent, and whether the reader may still listen is looked at.
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(5);

  private final ChangeFeed feed;
  private final Predicate<Optional<String>> maySee;
  private final BooleanSupplier mayListen;
  private final Writer out;
  private String place;

  private Live(
      ChangeFeed feed,
      Predicate<Optional<String>> maySee,
      BooleanSupplier mayListen,
      Writer out,
      String place) {
    this.feed = feed;
    this.maySee = maySee;
    this.mayListen = mayListen;
    this.out = out;
    this.place = place;
  }

  /// Streams until the browser goes, the service stops, or the reader may no longer listen.
  ///
  /// @param maySee by the id of the team
  /// @param mayListen asked every few seconds
  static void stream(
      HttpServletRequest request,
      HttpServletResponse response,
      ChangeFeed feed,
      Predicate<Optional<String>> maySee,
      BooleanSupplier mayListen)
      throws IOException, InterruptedException {
    Optional<String> last = lastPlace(request);
    String place;
    boolean isGap;
    try {
      isGap = last.isPresent() && !feed.reaches(last.get());
      place = isGap || last.isEmpty() ? feed.newest() : last.get();
    } catch (DataAccessException e) {
      // The browser comes back by itself after the time it is told at its first visit.
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // A proxy that gathers an answer before it passes it on would hold events back.
    response.setHeader("X-Accel-Buffering", "no");
    try {
      new Live(feed, maySee, mayListen, response.getWriter(), place).run(isGap);
    } catch (IOException e) {
      // The browser has gone, as browsers do.
      LOG.debug("A live page has gone");
    }
  }

  private static Optional<String> lastPlace(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Last-Event-ID"))
        .or(() -> Optional.ofNullable(request.getParameter("after")))
        .filter(id -> id.matches("[0-9]{1,15}-[0-9]{1,15}"));
  }

  private void run(boolean isGap) throws IOException, InterruptedException {
    write("retry: 2000\n\n");
    send(isGap ? "reload" : "hello", Set.of());
    while (feed.isRunning() && mayListen.getAsBoolean()) {
      List<Changes.Told> told = news();
      if (told.isEmpty()) {
        write(": still here\n\n");
        continue;
      }
      place = told.getLast().at();
      boolean isSent = send("changed", ids(told, Changes.Kind.CONVERSATION));
      isSent |= send("looking", ids(told, Changes.Kind.LOOKING));
      if (isSent) {
        TimeUnit.NANOSECONDS.sleep(BETWEEN_EVENTS.toNanos());
      }
    }
    send("ended", Set.of());
  }

  private List<Changes.Told> news() throws InterruptedException {
    try {
      return feed.since(place, BETWEEN_SIGNS);
    } catch (DataAccessException e) {
      TimeUnit.NANOSECONDS.sleep(BETWEEN_SIGNS.toNanos());
      return List.of();
    }
  }

  private Set<String> ids(List<Changes.Told> told, Changes.Kind kind) {
    return told.stream()
        .map(Changes.Told::change)
        .filter(change -> change.kind() == kind && maySee.test(change.team()))
        .map(Changes.Change::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// @return whether there was something to send
  private boolean send(String event, Set<String> ids) throws IOException {
    boolean isAboutIds = event.equals("changed") || event.equals("looking");
    if (isAboutIds && ids.isEmpty()) {
      return false;
    }
    StringBuilder text =
        new StringBuilder("id: ").append(place).append("\nevent: ").append(event).append('\n');
    if (ids.isEmpty()) {
      text.append("data:\n");
    }
    ids.forEach(id -> text.append("data: ").append(id).append('\n'));
    write(text.append('\n').toString());
    return true;
  }

  private void write(String text) throws IOException {
    out.write(text);
    out.flush();
    // A servlet's writer swallows what happens to the connection but for this.
    if (out instanceof PrintWriter printer && printer.checkError()) {
      throw new IOException("the browser has gone");
    }
  }
}
