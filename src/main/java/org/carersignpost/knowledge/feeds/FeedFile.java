package org.carersignpost.knowledge.feeds;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.jspecify.annotations.Nullable;

/// The state of a feed after a run: its manifest, the records taken and the records set aside.
///
/// It is a snapshot of a file's bytes, so it stays as it is when the file is replaced, and can be
/// given to another copy of the service as it is. Records are read from it one by one.
public final class FeedFile {
  /// How such a file's name ends, after the feed's id.
  public static final String ENDING = ".jsonl.gz";

  private static final long MOST_BYTES = 200_000_000;
  private static final int LONGEST_LINE = 1_000_000;

  private final byte[] bytes;
  private final Manifest manifest;

  private FeedFile(byte[] bytes) throws IOException {
    this.bytes = bytes;
    try (BufferedReader lines = lines()) {
      this.manifest =
          FeedLines.manifest(line(lines))
              .orElseThrow(() -> new IOException("the file of a feed has no manifest"));
    }
  }

  /// What is known of a feed as a whole.
  ///
  /// @param feed its id
  /// @param url where it was read
  /// @param version how it writes, such as `3.0`
  /// @param run how many times it was read so far
  /// @param at when
  /// @param fullAt when every page of it was last asked for
  /// @param complete whether every page could be read then
  /// @param etag by what its server knows that nothing has changed
  /// @param lastModified the same
  /// @param licence under which it is published, if stated
  /// @param areas what it covers as a whole
  /// @param rules by which rules it was mapped
  /// @param records how many were taken
  /// @param setAside how many were not
  public record Manifest(
      String feed,
      String url,
      String version,
      int run,
      Instant at,
      Instant fullAt,
      boolean complete,
      Optional<String> etag,
      Optional<String> lastModified,
      Optional<String> licence,
      List<String> areas,
      String rules,
      int records,
      int setAside) {
    public Manifest {
      areas = List.copyOf(areas);
    }

    /// The same of a feed of which nothing is kept; the next run reads all of it.
    Manifest forgotten(Instant now) {
      return new Manifest(
          feed,
          url,
          version,
          run,
          now,
          Instant.EPOCH,
          false,
          Optional.empty(),
          Optional.empty(),
          licence,
          areas,
          rules,
          0,
          0);
    }
  }

  /// A line after the manifest.
  public sealed interface Line {
    String id();

    String mark();

    Instant fetched();
  }

  /// A record that carers may be sent.
  ///
  /// @param id as the feed has it
  /// @param mark changes when the feed's list shows something else of it
  /// @param fetched when its details were read
  /// @param missing in how many complete runs in a row the feed did not have it
  public record Entry(String id, String mark, Instant fetched, int missing, ServiceRecord service)
      implements Line {}

  /// A record that was kept out as a whole.
  ///
  /// @param id as the feed has it; else where it stands, such as `page 3, record 7`
  /// @param mark changes when the feed's list shows something else of it; empty when it is to be
  ///   tried again in any case
  /// @param fetched when its details were read
  public record SetAside(String id, String mark, Instant fetched, String name, List<String> reasons)
      implements Line {
    public SetAside {
      reasons = List.copyOf(reasons);
    }
  }

  /// Writes the part of a file that comes before its lines, and which may stand alone: two packed
  /// parts one after the other are one packed file.
  static void head(Manifest manifest, OutputStream out) throws IOException {
    GZIPOutputStream head = new GZIPOutputStream(out);
    head.write((FeedLines.of(manifest) + "\n").getBytes(StandardCharsets.UTF_8));
    head.finish();
  }

  /// Reads a file.
  ///
  /// @throws IOException if it cannot be read or is not the file of a feed
  public static FeedFile read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("too much to read at " + file);
    }
    return new FeedFile(Files.readAllBytes(file));
  }

  /// The same of bytes that came another way.
  ///
  /// @throws IOException if they are not the file of a feed
  public static FeedFile of(byte[] bytes) throws IOException {
    return new FeedFile(bytes.clone());
  }

  /// Names these very bytes.
  public String digest() {
    return Ids.hash(bytes);
  }

  /// The whole file.
  public byte[] bytes() {
    return bytes.clone();
  }

  public Manifest manifest() {
    return manifest;
  }

  /// The services that may be offered, in the order of the file; those missing once included.
  public List<ServiceRecord> services() {
    List<ServiceRecord> services = new ArrayList<>();
    forEach(line -> {
      if (line instanceof Entry entry) {
        services.add(entry.service());
      }
    });
    return services;
  }

  /// What was kept out.
  public List<SetAside> setAside() {
    List<SetAside> aside = new ArrayList<>();
    forEachText(text -> {
      boolean isRecord = FeedLines.head(text).filter(FeedLines.Head::isRecord).isPresent();
      if (!isRecord && FeedLines.line(text).orElse(null) instanceof SetAside one) {
        aside.add(one);
      }
    });
    return aside;
  }

  /// Reads it line by line; a line that has been damaged is left out.
  ///
  /// @throws UncheckedIOException if the file ends in the middle
  public void forEach(Consumer<Line> reader) {
    forEachText(line -> FeedLines.line(line).ifPresent(reader));
  }

  /// The same without the records themselves.
  void forEachHead(Consumer<FeedLines.Head> reader) {
    forEachText(line -> FeedLines.head(line).ifPresent(reader));
  }

  private void forEachText(Consumer<String> reader) {
    try (BufferedReader lines = lines()) {
      line(lines);
      for (String line = line(lines); line != null; line = line(lines)) {
        reader.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String line(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line != null && line.length() > LONGEST_LINE) {
      throw new IOException("a line of the file of a feed is too long");
    }
    return line;
  }

  private BufferedReader lines() throws IOException {
    InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes), 65_536);
    return new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8), 65_536);
  }
}
