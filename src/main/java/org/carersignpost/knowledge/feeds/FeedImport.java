package org.carersignpost.knowledge.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.carersignpost.knowledge.feeds.FeedClient.Validators;
import org.carersignpost.knowledge.feeds.FeedFile.Manifest;

/// Reads feeds into their files.
///
/// A run that breaks off in the middle leaves the file as it was.
public final class FeedImport {
  /// The first page says nothing of a change on another, so its word is taken for a day only.
  private static final Duration LONGEST_ON_TRUST = Duration.ofHours(24);

  private final Here here;
  private final FeedFolder folder;
  private final Clock clock;
  private final FeedLimits limits;
  private final DnsResolver names;
  private final Predicate<InetAddress> alsoAllowed;

  /// @param clock of the machine, also where the service runs on another
  public FeedImport(Here here, FeedFolder folder, Clock clock) {
    this(here, folder, clock, FeedLimits.USUAL, SystemDefaultDnsResolver.INSTANCE, _ -> false);
  }

  /// For tests, where the feed's server is on the same machine.
  FeedImport(
      Here here,
      FeedFolder folder,
      Clock clock,
      FeedLimits limits,
      DnsResolver names,
      Predicate<InetAddress> alsoAllowed) {
    this.here = here;
    this.folder = folder;
    this.clock = clock;
    this.limits = limits;
    this.names = names;
    this.alsoAllowed = alsoAllowed;
  }

  /// Reads a feed once.
  ///
  /// @throws FeedUnreadableException if nothing of it could be read, or it is being read already
  /// @throws IOException if its file cannot be written
  public FeedReport run(FeedSource source) throws IOException {
    try (FeedFolder.Lock _ = folder.lock(source.id())) {
      Optional<FeedFile> previous = previous(source.id());
      return switch (source.from()) {
        case FeedSource.From.Web(var address) ->
            web(source, new FeedSource.From.Web(FeedSource.base(address)), previous);
        case FeedSource.From.File(var path) -> file(source, path, previous);
      };
    }
  }

  /// A damaged file is as none: the feed is read anew.
  private Optional<FeedFile> previous(String id) {
    try {
      Optional<FeedFile> file = folder.read(id);
      file.ifPresent(lines -> lines.forEachHead(_ -> {}));
      return file;
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private FeedReport web(FeedSource source, FeedSource.From.Web at, Optional<FeedFile> previous)
      throws IOException {
    Instant now = clock.instant();
    Optional<Manifest> last = previous.map(FeedFile::manifest);
    PublicAddresses addresses = new PublicAddresses(names, alsoAllowed);
    try (FeedClient client = new FeedClient(addresses, limits, source.delay())) {
      WebFeed feed = new WebFeed(client, at.base(), limits);
      Validators since =
          last.filter(m -> mayBeTrusted(m, source, at, now))
              .map(m -> new Validators(m.etag(), m.lastModified()))
              .orElse(Validators.NONE);
      Optional<WebFeed.Opening> opening = feed.open(since, last);
      Optional<String> licence =
          opening.isPresent() ? opening.get().licence() : last.flatMap(Manifest::licence);
      try (FeedRun run = begin(source, previous, licence, now)) {
        opening.ifPresentOrElse(open -> feed.read(open, run), run::nothingChanged);
        FeedRun.Result result = run.finish();
        Manifest manifest =
            new Manifest(
                source.id(),
                at.base().toString(),
                opening
                    .map(open -> open.version().number())
                    .or(() -> last.map(Manifest::version))
                    .orElse(""),
                last.map(Manifest::run).orElse(0) + 1,
                now,
                opening.isPresent() ? now : last.map(Manifest::fullAt).orElse(now),
                result.complete(),
                opening.isPresent() ? opening.get().validators().etag() : since.etag(),
                opening.isPresent()
                    ? opening.get().validators().lastModified()
                    : since.lastModified(),
                licence,
                source.areas(),
                here.rules(),
                result.counts().records,
                result.counts().setAside);
        return written(manifest, result, client.requests());
      }
    }
  }

  private boolean mayBeTrusted(
      Manifest last, FeedSource source, FeedSource.From.Web at, Instant now) {
    return last.complete()
        && last.url().equals(at.base().toString())
        && last.areas().equals(source.areas())
        && last.rules().equals(here.rules())
        && now.isBefore(last.fullAt().plus(LONGEST_ON_TRUST));
  }

  private FeedReport file(FeedSource source, Path path, Optional<FeedFile> previous)
      throws IOException {
    Instant now = clock.instant();
    Optional<Manifest> last = previous.map(FeedFile::manifest);
    try (FeedRun run = begin(source, previous, Optional.empty(), now)) {
      FeedVersion version = new SavedFeed(path, limits).read(Optional.empty(), run);
      FeedRun.Result result = run.finish();
      Manifest manifest =
          new Manifest(
              source.id(),
              path.getFileName().toString(),
              version.number(),
              last.map(Manifest::run).orElse(0) + 1,
              now,
              now,
              result.complete(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              source.areas(),
              here.rules(),
              result.counts().records,
              result.counts().setAside);
      return written(manifest, result, 0);
    }
  }

  private FeedRun begin(
      FeedSource source, Optional<FeedFile> previous, Optional<String> licence, Instant now)
      throws IOException {
    Mapping mapping = new Mapping(here, source, LocalDate.ofInstant(now, FeedRun.HERE), licence);
    // What a feed covers decides what is taken of it.
    boolean sameAreas =
        previous.filter(file -> file.manifest().areas().equals(source.areas())).isPresent();
    return new FeedRun(
        here, limits, now, mapping, previous, sameAreas, folder.beside(source.id(), ".body"));
  }

  private FeedReport written(Manifest manifest, FeedRun.Result result, int requests)
      throws IOException {
    Path finished = folder.beside(manifest.feed(), ".new");
    try (OutputStream out = Files.newOutputStream(finished)) {
      FeedFile.head(manifest, out);
      Files.copy(result.body(), out);
    }
    folder.replace(manifest.feed(), finished);
    FeedFile now = FeedFile.read(folder.file(manifest.feed()));
    FeedRun.Counts counts = result.counts();
    return new FeedReport(
        manifest,
        requests,
        counts.untouched,
        counts.read,
        counts.fresh,
        counts.changed,
        counts.unchanged,
        counts.kept,
        counts.missing,
        List.copyOf(result.withdrawn()),
        result.failures(),
        result.unknownTerms(),
        joined(now),
        now.setAside());
  }

  /// What of this feed is in other feeds or was written by hand.
  private List<Merging.Joined> joined(FeedFile now) throws IOException {
    List<FeedFile> feeds = new ArrayList<>();
    for (String id : folder.ids()) {
      if (!id.equals(now.manifest().feed())) {
        feeds.add(FeedFile.read(folder.file(id)));
      }
    }
    feeds.add(now);
    String own = now.manifest().feed() + "-";
    return Merging.of(here, feeds).joined().stream()
        .filter(one -> one.with().startsWith(own))
        .toList();
  }
}
