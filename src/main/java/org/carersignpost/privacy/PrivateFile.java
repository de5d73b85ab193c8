package org.carersignpost.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders on disk that only the account running the service may read.
///
/// Where the file system knows no such permissions, the folder's own protection is all there is.
public final class PrivateFile {
  private PrivateFile() {}

  /// Makes the folder and those above it as far as they are missing, for this account only.
  ///
  /// A folder that is there already keeps its permissions: they are its owner's choice.
  public static Path folder(Path folder) throws IOException {
    try {
      return Files.createDirectories(folder, permissions(folder, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      throw new IOException("It is a file, not a folder", e);
    }
  }

  /// Writes the whole file or nothing: after a crash there is either the old or the new text, on
  /// the disk.
  public static void write(Path file, String text) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException("It is a whole disk, not a file");
    }
    Path folder = folder(parent);
    Path next = Files.createTempFile(folder, ".next-", ".tmp", permissions(folder, "rw-------"));
    try {
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(folder);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static FileAttribute<?>[] permissions(Path where, String permissions) {
    boolean posix = where.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  // The new name is only safe when the folder is on the disk too; some systems do not let a folder
  // be opened.
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
