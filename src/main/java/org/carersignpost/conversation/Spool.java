package org.carersignpost.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.carersignpost.conversation.store.StoreAwayException;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.conversation.store.TurnJson;
import org.carersignpost.privacy.Seal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns that could not be stored yet, on disk: sealed, in their order, synced before the carer is
/// answered.
///
/// The files are `0000000001.spool` and so on. A file is deleted when all of it is stored; what
/// cannot be read, or not be stored for any other reason than an outage, stays behind as
/// `.unreadable` for the operator.
final class Spool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final String ENDING = ".spool";
  private static final String SET_ASIDE = ".unreadable";
  private static final String CONTEXT = "spool";

  private final Path directory;
  private final Seal seal;
  private final int most;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Map<String, ConcurrentSkipListSet<Place>> places = new ConcurrentHashMap<>();
  private final Object appending = new Object();
  private final Object draining = new Object();
  private @Nullable SpoolFile open;
  private long lastFile;
  private Progress progress = new Progress(Path.of(""));

  /// Where a turn lies.
  private record Place(Path file, long start) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::file).thenComparingLong(Place::start);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /// How far the oldest file has been drained.
  private static final class Progress {
    private final Path file;
    private long next;
    private boolean isWhole = true;

    private Progress(Path file) {
      this.file = file;
    }
  }

  /// @param directory is made if it is not there
  /// @param most turns waiting at once; beyond that none is taken any more
  /// @throws UncheckedIOException if the directory cannot be used
  Spool(Path directory, Seal seal, int most) {
    this.directory = directory;
    this.seal = seal;
    this.most = most;
    try {
      Files.createDirectories(directory);
      if (SpoolFile.isPosix(directory)) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
      lastFile = lastFile();
    } catch (IOException e) {
      throw new UncheckedIOException("The spool " + directory + " cannot be used", e);
    }
  }

  /// Finds what a process before this one left, oldest first; to be called once, before anything
  /// else.
  void recover(Consumer<TakenTurn> each) {
    try {
      for (Path file : files()) {
        SpoolFile.read(
            file,
            (start, record) -> {
              waiting.incrementAndGet();
              read(record)
                  .ifPresent(taken -> {
                    remember(taken, new Place(file, start));
                    each.accept(taken);
                  });
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The spool " + directory + " cannot be read", e);
    }
  }

  /// How many turns wait to be stored.
  int size() {
    return waiting.get();
  }

  /// Keeps a turn; when this returns true it survives a crash.
  ///
  /// @return false, after an error in the log, if the spool is full or the disk refuses
  boolean append(TakenTurn taken) {
    synchronized (appending) {
      if (waiting.get() >= most) {
        LOG.error("The spool is full: message {} is answered but not kept", taken.message().id());
        return false;
      }
      try {
        SpoolFile file = openFile();
        long start = file.append(seal.seal(TurnJson.write(taken), CONTEXT));
        waiting.incrementAndGet();
        remember(taken, new Place(file.path(), start));
        return true;
      } catch (IOException | RuntimeException e) {
        LOG.error(
            "Message {} is answered but cannot be spooled: {}",
            taken.message().id(),
            Fault.described(e));
        closeFile();
        return false;
      }
    }
  }

  /// Hands over every turn that waits now, oldest first, and forgets it when that returns.
  ///
  /// @throws StoreAwayException as soon as storing does; the rest waits for the next call
  void drain(Consumer<TakenTurn> storing) {
    synchronized (draining) {
      synchronized (appending) {
        closeFile();
      }
      try {
        for (Path file : files()) {
          if (!isOpen(file)) {
            drain(file, storing);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Hands over the turns of one carer that wait, oldest first. [#drain] comes across them once
  /// more.
  ///
  /// @param names the names the carer may be stored under
  /// @throws StoreAwayException as soon as storing does
  void drainFor(Collection<String> names, Consumer<TakenTurn> storing) {
    List<Place> found =
        names.stream()
            .flatMap(name -> Optional.ofNullable(places.get(name)).stream())
            .flatMap(Collection::stream)
            .sorted()
            .toList();
    for (Place place : found) {
      read(place)
          .ifPresent(taken -> {
            storing.accept(taken);
            forget(taken, place);
          });
    }
  }

  @Override
  public void close() {
    synchronized (appending) {
      closeFile();
    }
  }

  private void drain(Path file, Consumer<TakenTurn> storing) throws IOException {
    if (!progress.file.equals(file)) {
      progress = new Progress(file);
    }
    Progress far = progress;
    SpoolFile.read(
        file,
        (start, record) -> {
          if (start >= far.next) {
            far.isWhole &= isStored(new Place(file, start), record, storing);
            far.next = start + 1;
            waiting.decrementAndGet();
          }
        });
    if (far.isWhole) {
      Files.delete(file);
    } else {
      Files.move(file, file.resolveSibling(file.getFileName() + SET_ASIDE));
    }
  }

  private boolean isStored(Place place, byte[] record, Consumer<TakenTurn> storing) {
    Optional<TakenTurn> taken = read(record);
    if (taken.isEmpty()) {
      return false;
    }
    boolean isStored = isStored(taken.get(), storing);
    forget(taken.get(), place);
    return isStored;
  }

  private static boolean isStored(TakenTurn taken, Consumer<TakenTurn> storing) {
    try {
      storing.accept(taken);
      return true;
    } catch (StoreAwayException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error(
          "Message {} cannot be stored from the spool: {}",
          taken.message().id(),
          Fault.described(e));
      return false;
    }
  }

  private Optional<TakenTurn> read(Place place) {
    try {
      return SpoolFile.read(place.file(), place.start()).flatMap(this::read);
    } catch (IOException e) {
      // It has been drained and deleted meanwhile.
      return Optional.empty();
    }
  }

  private Optional<TakenTurn> read(byte[] record) {
    try {
      return Optional.of(TurnJson.read(seal.open(record, CONTEXT)));
    } catch (RuntimeException e) {
      LOG.error("A record of the spool cannot be read: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  private void remember(TakenTurn taken, Place place) {
    places
        .computeIfAbsent(taken.conversation().value(), name -> new ConcurrentSkipListSet<>())
        .add(place);
  }

  private void forget(TakenTurn taken, Place place) {
    places.computeIfPresent(
        taken.conversation().value(),
        (name, waitingThere) -> {
          waitingThere.remove(place);
          return waitingThere.isEmpty() ? null : waitingThere;
        });
  }

  private SpoolFile openFile() throws IOException {
    SpoolFile file = open;
    if (file == null) {
      lastFile++;
      file = SpoolFile.make(directory.resolve("%010d%s".formatted(lastFile, ENDING)));
      open = file;
    }
    return file;
  }

  private void closeFile() {
    SpoolFile file = open;
    open = null;
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        LOG.warn("A file of the spool did not close", e);
      }
    }
  }

  private boolean isOpen(Path file) {
    synchronized (appending) {
      return open != null && file.equals(open.path());
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  private long lastFile() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
          .filter(name -> name.matches("\\d{10}"))
          .mapToLong(Long::parseLong)
          .max()
          .orElse(0);
    }
  }
}
