package org.carersignpost.knowledge.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Every file of a folder, read once, so that what is checked, what is used and the version are the
/// same bytes.
///
/// Hidden files, such as those editors leave, do not count.
final class Folder {
  private static final int MOST_FILES = 5_000;
  private static final long MOST_BYTES = 4_000_000;
  private static final int VERSION_DIGITS = 12;

  private final SortedMap<String, byte[]> files;

  private Folder(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /// @throws UncheckedIOException if it cannot be read, or holds more than 5,000 files or one of
  ///   more than 4 MB
  static Folder read(Path root) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(path).toString().replace('\\', '/');
        if (isHidden(name)) {
          continue;
        }
        if (files.size() == MOST_FILES || Files.size(path) > MOST_BYTES) {
          throw new IOException("too much to read at " + path);
        }
        files.put(name, Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Folder(files);
  }

  /// What the files look like from outside: their names, sizes and times. It is another when a file
  /// has been written, and costs little.
  ///
  /// @throws UncheckedIOException if the folder cannot be read
  static String fingerprint(Path root) {
    StringBuilder seen = new StringBuilder();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        BasicFileAttributes of = Files.readAttributes(path, BasicFileAttributes.class);
        String name = root.relativize(path).toString().replace('\\', '/');
        if (of.isRegularFile() && !isHidden(name)) {
          seen.append(name).append(' ').append(of.size()).append(' ');
          seen.append(of.lastModifiedTime().to(TimeUnit.NANOSECONDS)).append('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seen.toString();
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.");
  }

  /// The names of the files directly in a folder, such as `services`, in order.
  List<String> in(String folder) {
    String prefix = folder + "/";
    return files.keySet().stream()
        .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0)
        .toList();
  }

  /// Whether there is a file of that name.
  boolean has(String name) {
    return files.containsKey(name);
  }

  /// The text of a file; empty, with the fault noted, when there is no such file or it is not
  /// UTF-8.
  Optional<String> text(String name, Faults faults) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      faults.in(name).add("", "is missing");
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      faults.in(name).add("", "is not text in UTF-8");
      return Optional.empty();
    }
  }

  /// Names this state of the folder: it changes with any file's name or content.
  String version() {
    MessageDigest digest = sha256();
    files.forEach((name, bytes) -> {
      byte[] start = (name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8);
      digest.update(start);
      digest.update(bytes);
    });
    return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
