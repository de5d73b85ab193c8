package org.carersignpost.knowledge.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where feeds are kept: one file a feed.
public final class FeedFolder {
  private static final int MOST_FEEDS = 1_000;

  private final Path folder;

  /// @param folder is made when the first feed is read
  public FeedFolder(Path folder) {
    this.folder = folder;
  }

  /// The place for it in the data folder of a service.
  public static Path in(Path data) {
    return data.resolve("feeds");
  }

  /// Where the files are, for whoever watches them.
  public Path path() {
    return folder;
  }

  /// The ids of the feeds that have been read, in order.
  public List<String> ids() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(FeedFile.ENDING) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - FeedFile.ENDING.length()))
          .sorted()
          .limit(MOST_FEEDS)
          .toList();
    }
  }

  /// The state of a feed; empty before it was ever read.
  ///
  /// @throws IOException if its file is damaged
  public Optional<FeedFile> read(String id) throws IOException {
    Path file = file(id);
    return Files.exists(file) ? Optional.of(FeedFile.read(file)) : Optional.empty();
  }

  /// Takes the state of a feed as another copy of the service has it.
  ///
  /// @throws IOException if it is not that of this feed, or cannot be written
  public void put(String id, byte[] bytes) throws IOException {
    if (!FeedSource.isId(id) || !FeedFile.of(bytes).manifest().feed().equals(id)) {
      throw new IOException("not the file of the feed " + Guard.shown(id));
    }
    Files.createDirectories(folder);
    Path finished = beside(id, ".come");
    Files.write(finished, bytes);
    replace(id, finished);
  }

  /// Leaves nothing of a feed but that it was forgotten now, so that no other copy of the service
  /// gives it back.
  ///
  /// @return whether it was known
  public boolean forget(String id, Instant now) throws IOException {
    if (!FeedSource.isId(id) || !Files.exists(file(id))) {
      return false;
    }
    try (Lock _ = lock(id)) {
      Path finished = beside(id, ".new");
      try (OutputStream out = Files.newOutputStream(finished)) {
        FeedFile.head(FeedFile.read(file(id)).manifest().forgotten(now), out);
      }
      replace(id, finished);
      return true;
    }
  }

  Path file(String id) {
    return folder.resolve(id + FeedFile.ENDING);
  }

  /// A file beside that of a feed, which nobody takes for a feed.
  Path beside(String id, String ending) {
    return folder.resolve("." + id + ending);
  }

  /// Puts a finished file into the place of a feed's.
  void replace(String id, Path finished) throws IOException {
    try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        finished, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Makes sure that a feed is imported once at a time on this machine.
  Lock lock(String id) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(beside(id, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Lock(channel);
      }
    } catch (OverlappingFileLockException heldByUs) {
      // As if another process held it.
    }
    channel.close();
    throw new FeedUnreadableException("the feed " + id + " is being imported already");
  }

  /// Held while a feed is imported.
  record Lock(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
