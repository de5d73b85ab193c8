package org.carersignpost.conversation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A file of the spool while it is written.
///
/// One record is its length (4 bytes, big-endian) and that many bytes. A record torn by a crash was
/// never acknowledged, and ends its file: a file is only ever appended to by the process that made
/// it.
final class SpoolFile implements AutoCloseable {
  private static final int LENGTH_BYTES = 4;
  private static final int MOST_BYTES = 1 << 20;

  private final Path path;
  private final FileChannel channel;

  private SpoolFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// What is done with a record and the place where it begins.
  @FunctionalInterface
  interface Visitor {
    void visit(long place, byte[] record);
  }

  /// Makes a new file that only its owner can read.
  static SpoolFile make(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (isPosix(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      // The name of the file must survive a crash too.
      try (FileChannel names =
          FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        names.force(true);
      }
    }
    return new SpoolFile(path, channel);
  }

  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  Path path() {
    return path;
  }

  /// Adds a record, which is on disk when this returns.
  ///
  /// @return the place where it begins
  /// @throws IOException after which the file may end in a torn record, so that nothing may be
  ///   added any more
  long append(byte[] bytes) throws IOException {
    if (bytes.length > MOST_BYTES) {
      throw new IOException("A record of " + bytes.length + " bytes is too long for the spool");
    }
    long place = channel.position();
    ByteBuffer record =
        ByteBuffer.allocate(LENGTH_BYTES + bytes.length).putInt(bytes.length).put(bytes).flip();
    while (record.hasRemaining()) {
      channel.write(record);
    }
    channel.force(true);
    return place;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// Shows all whole records in their order.
  static void read(Path path, Visitor visitor) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      long place = 0;
      Optional<byte[]> record = next(in);
      while (record.isPresent()) {
        visitor.visit(place, record.get());
        place += LENGTH_BYTES + record.get().length;
        record = next(in);
      }
    }
  }

  /// The one record that begins at a place, if it is whole.
  static Optional<byte[]> read(Path path, long place) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ).position(place);
        InputStream bytes = Channels.newInputStream(file)) {
      return next(new DataInputStream(bytes));
    }
  }

  private static Optional<byte[]> next(DataInputStream in) throws IOException {
    try {
      int length = in.readInt();
      if (length <= 0 || length > MOST_BYTES) {
        return Optional.empty();
      }
      byte[] record = in.readNBytes(length);
      return record.length == length ? Optional.of(record) : Optional.empty();
    } catch (EOFException e) {
      return Optional.empty();
    }
  }
}
