package org.carersignpost.knowledge.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.carersignpost.knowledge.feeds.FeedFile.Entry;
import org.carersignpost.knowledge.feeds.FeedFile.SetAside;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.ServiceRecords;
import org.carersignpost.knowledge.files.Signposting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One run over one feed: takes each record that the feed lists, and writes the feed's next state.
///
/// Only ids and marks are kept in memory; the records go to the file one by one.
final class FeedRun implements AutoCloseable {
  static final ZoneId HERE = ZoneId.of("Europe/London");

  /// A record is withdrawn when so many complete runs in a row did not find it.
  private static final int RUNS_TO_WITHDRAW = 2;

  /// Lists leave out nested parts such as numbers, so what has not changed is read again at times.
  private static final Duration LONGEST_UNDATED = Duration.ofDays(7);

  private static final Duration LONGEST_DATED = Duration.ofDays(28);
  private static final int LONGEST_ID = 200;
  private static final int MOST_FAILURES_TOLD = 50;

  private final Here here;
  private final FeedLimits limits;
  private final Instant now;
  private final LocalDate today;
  private final Mapping mapping;
  private final boolean sameRules;
  private final Optional<FeedFile> previous;
  private final Map<String, Known> known = new HashMap<>();
  private final Map<String, Seen> seen = new HashMap<>();
  private final List<String> failures = new ArrayList<>();
  private final Path body;
  private final OutputStream out;
  private final Counts counts = new Counts();
  private boolean complete = true;

  /// @param sameAreas whether the feed covers as a whole what it covered at the last run
  /// @param body a file to write the lines after the manifest to
  FeedRun(
      Here here,
      FeedLimits limits,
      Instant now,
      Mapping mapping,
      Optional<FeedFile> previous,
      boolean sameAreas,
      Path body)
      throws IOException {
    this.here = here;
    this.limits = limits;
    this.now = now;
    this.today = LocalDate.ofInstant(now, HERE);
    this.mapping = mapping;
    this.previous = previous;
    this.body = body;
    this.sameRules =
        sameAreas
            && previous.filter(file -> file.manifest().rules().equals(here.rules())).isPresent();
    this.out = new GZIPOutputStream(Files.newOutputStream(body), 65_536);
    previous.ifPresent(file ->
        file.forEachHead(
            line -> known.put(line.id(), new Known(line.mark(), line.fetched(), line.isRecord()))));
  }

  /// What the last run left of a record.
  private record Known(String mark, Instant fetched, boolean taken) {}

  /// What this run has made of an id.
  private enum Seen {
    WRITTEN,
    AS_BEFORE,
    ASIDE
  }

  /// Gives the whole record of one that a list shows.
  @FunctionalInterface
  interface Details {
    /// @return empty with a failure when it cannot be read now
    Detail of(String id, ObjectNode listed);
  }

  /// @param whole the record; empty when it could not be read
  /// @param page where the feed itself shows it
  /// @param failure why it could not be read
  record Detail(Optional<ObjectNode> whole, Optional<String> page, String failure) {}

  /// Whether it holds as many records as a feed may have.
  boolean isFull() {
    return seen.size() >= limits.mostRecords() || counts.setAside >= limits.mostRecords();
  }

  int seen() {
    return seen.size();
  }

  /// Something of the feed could not be read, so what was not seen may still be there.
  void failed(String what) {
    complete = false;
    counts.failures++;
    if (failures.size() < MOST_FAILURES_TOLD) {
      failures.add(what);
    }
  }

  boolean hasFailedTooOften() {
    return counts.failures > limits.mostFailures();
  }

  /// Takes a record that the feed lists.
  ///
  /// @param where it stands, such as `page 3, record 7`
  /// @param again whether a second record of the same id may be better than the first
  void listed(JsonNode record, String where, FeedVersion version, boolean again, Details details) {
    if (isFull() || hasFailedTooOften()) {
      complete = false;
      return;
    }
    counts.read++;
    String id = Fields.text(record, "id").orElse("");
    String name =
        Guard.shown(Fields.text(record, "name").map(FeedRun::start).orElse("without a name"));
    if (!(record instanceof ObjectNode listed) || id.isEmpty() || id.length() > LONGEST_ID) {
      String reason = record.isObject() ? "id is missing or too long" : "is no set of fields";
      aside(where, "", name, List.of(reason));
      return;
    }
    Seen before = seen.get(id);
    if (before != null && (before != Seen.ASIDE || !again)) {
      aside(
          where,
          "",
          name,
          List.of("id " + Guard.shown(id) + " is there twice, the first good one counts"));
      return;
    }
    String mark = Ids.hash(listed.toString());
    if (isAsBefore(id, mark, listed)) {
      seen.put(id, Seen.AS_BEFORE);
    } else {
      take(id, mark, name, version, details.of(id, listed));
    }
  }

  private static String start(String words) {
    return words.length() > 300 ? words.substring(0, 300) : words;
  }

  private boolean isAsBefore(String id, String mark, ObjectNode listed) {
    Known last = known.get(id);
    if (last == null || !sameRules || !last.mark().equals(mark)) {
      return false;
    }
    boolean dated = Fields.text(listed, "last_modified").isPresent();
    return now.isBefore(last.fetched().plus(dated ? LONGEST_DATED : LONGEST_UNDATED));
  }

  private void take(String id, String mark, String name, FeedVersion version, Detail detail) {
    Known last = known.get(id);
    if (detail.whole().isEmpty()) {
      failed(detail.failure());
      if (last != null && last.taken()) {
        counts.kept++;
        seen.put(id, Seen.AS_BEFORE);
      } else {
        seen.put(id, Seen.ASIDE);
        aside(id, "", name, List.of(detail.failure()));
      }
      return;
    }
    switch (mapping.outcome(detail.whole().get(), version, detail.page())) {
      case Outcome.Taken(var service) -> {
        seen.put(id, Seen.WRITTEN);
        counts.taken++;
        counts.records++;
        if (last != null && last.taken()) {
          counts.changed++;
        } else {
          counts.fresh++;
        }
        write(new Entry(id, mark, now, 0, service));
      }
      case Outcome.Aside(var shown, var reasons) -> {
        seen.put(id, Seen.ASIDE);
        aside(id, mark, shown, reasons);
      }
    }
  }

  private void aside(String id, String mark, String name, List<String> reasons) {
    counts.setAside++;
    write(new SetAside(id, mark, now, name, reasons));
  }

  private void write(FeedFile.Line line) {
    try {
      out.write(FeedLines.of(line).getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The feed says that nothing has changed: everything stays.
  void nothingChanged() {
    previous.ifPresent(file ->
        file.forEachHead(line -> {
          if (line.missing() == 0) {
            seen.put(line.id(), Seen.AS_BEFORE);
          }
        }));
    counts.untouched = true;
  }

  /// Carries over what the last run had and this one did not write anew. Then the body is whole.
  Result finish() throws IOException {
    Set<String> withdrawn = new HashSet<>();
    previous.ifPresent(file -> file.forEach(line -> carryOver(line, withdrawn)));
    out.close();
    return new Result(
        counts,
        complete,
        List.copyOf(failures),
        Set.copyOf(withdrawn),
        mapping.unknownTerms(),
        body);
  }

  private void carryOver(FeedFile.Line line, Set<String> withdrawn) {
    Seen now = seen.get(line.id());
    switch (line) {
      case Entry entry when now == Seen.AS_BEFORE -> {
        counts.taken++;
        counts.unchanged++;
        keep(entry, 0);
      }
      case Entry entry when now == null -> missing(entry, withdrawn);
      case SetAside aside
          when now == Seen.AS_BEFORE || (now == null && !complete && !aside.mark().isEmpty()) -> {
        counts.setAside++;
        write(aside);
      }
      default -> {
        // Written anew, or gone.
      }
    }
  }

  private void missing(Entry entry, Set<String> withdrawn) {
    boolean counted = complete && !counts.untouched;
    int missing = entry.missing() + (counted ? 1 : 0);
    if (missing >= RUNS_TO_WITHDRAW) {
      withdrawn.add(entry.service().name());
      return;
    }
    counts.missing++;
    keep(entry, missing);
  }

  /// An old record must still be fit, and grows less sure with time.
  private void keep(Entry entry, int missing) {
    ServiceRecord old = entry.service();
    Signposting.Confidence sure = Mapping.confidence(old.phones(), old.assuredDate(), today);
    ServiceRecord service = Joining.with(old, Joining.with(old.signpost(), sure));
    List<String> faults =
        sameRules ? List.of() : ServiceRecords.faults(service, here.base(), today, here.numbers());
    if (faults.isEmpty()) {
      counts.records++;
      write(new Entry(entry.id(), entry.mark(), entry.fetched(), missing, service));
    } else {
      aside(entry.id(), "", service.name(), faults);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(body);
  }

  /// How many of what.
  static final class Counts {
    int read;
    int taken;
    int fresh;
    int changed;
    int unchanged;
    int kept;
    int missing;
    int setAside;
    int failures;
    int records;
    boolean untouched;
  }

  /// @param body the lines after the manifest
  record Result(
      Counts counts,
      boolean complete,
      List<String> failures,
      Set<String> withdrawn,
      Map<String, Integer> unknownTerms,
      Path body) {}
}
