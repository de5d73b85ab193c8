package org.carersignpost.knowledge.feeds;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.carersignpost.knowledge.feeds.FeedRun.Detail;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A feed that somebody has saved: a record, a list, a page of either version, or a record a line.
/// It may be packed with gzip.
///
/// Of one record, or of one page among several, nothing else is said to be missing.
final class SavedFeed {
  private static final int LONGEST_LINE = 2_000_000;
  private static final int GZIP = 0x1f8b;

  private final Path file;
  private final FeedLimits limits;

  SavedFeed(Path file, FeedLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /// @param version that the feed is known to have; else it is read off the form
  /// @return the version that it was read as
  /// @throws FeedUnreadableException when it holds no record at all
  FeedVersion read(Optional<FeedVersion> version, FeedRun run) throws IOException {
    if (isRecordALine()) {
      return lines(version.orElse(FeedVersion.THREE), run);
    }
    FeedVersion form = version.or(this::versionOfPage).orElse(FeedVersion.THREE);
    int[] place = new int[1];
    try (InputStream bytes = open()) {
      Pages.Head head =
          Pages.read(
              bytes,
              record ->
                  run.listed(
                      record,
                      "record " + ++place[0],
                      VersionOne.isLike(record) ? FeedVersion.ONE : form,
                      true,
                      SavedFeed::itself));
      boolean whole =
          head.isList() && (head.version().isEmpty() || (head.isFirst() && head.isLast()));
      if (head.records() == 0 && !head.isList()) {
        throw new FeedUnreadableException("it holds no record of Open Referral");
      }
      if (!whole) {
        run.failed("the file is a part of the feed, so nothing else counts as missing");
      }
    } catch (JacksonException e) {
      if (place[0] == 0) {
        throw new FeedUnreadableException("it is not JSON: " + Guard.shown(e.getOriginalMessage()));
      }
      run.failed("after record " + place[0] + ": " + Guard.shown(e.getOriginalMessage()));
    }
    return form;
  }

  private Optional<FeedVersion> versionOfPage() {
    try (InputStream bytes = open()) {
      return Pages.read(bytes, _ -> {}).version();
    } catch (JacksonException | IOException e) {
      return Optional.empty();
    }
  }

  private static Detail itself(String id, ObjectNode listed) {
    return new Detail(Optional.of(listed), Optional.empty(), "");
  }

  private boolean isRecordALine() throws IOException {
    try (BufferedReader lines = reader()) {
      Optional<ObjectNode> first = object(line(lines));
      String second = line(lines);
      return first.filter(record -> record.has("id")).isPresent() && second.startsWith("{");
    } catch (JacksonException e) {
      return false;
    }
  }

  private FeedVersion lines(FeedVersion version, FeedRun run) throws IOException {
    try (BufferedReader lines = reader()) {
      int number = 0;
      for (String line = line(lines); !line.isEmpty(); line = line(lines)) {
        number++;
        String where = "record " + number;
        Optional<ObjectNode> record = object(line);
        JsonNode read = record.<JsonNode>map(tree -> tree).orElse(FeedLines.JSON.createArrayNode());
        FeedVersion form = VersionOne.isLike(read) ? FeedVersion.ONE : version;
        run.listed(read, where, form, true, SavedFeed::itself);
      }
    }
    return version;
  }

  private static Optional<ObjectNode> object(String line) {
    return Pages.object(line.getBytes(StandardCharsets.UTF_8));
  }

  private BufferedReader reader() throws IOException {
    return new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8));
  }

  /// The next line that is not blank; empty at the end.
  private static String line(BufferedReader lines) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int sign = lines.read(); sign >= 0; sign = lines.read()) {
      if (sign != '\n') {
        line.append((char) sign);
      } else if (!line.toString().isBlank()) {
        return line.toString().strip();
      } else {
        line.setLength(0);
      }
      if (line.length() > LONGEST_LINE) {
        return "";
      }
    }
    return line.toString().strip();
  }

  private InputStream open() throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    bytes.mark(2);
    boolean packed = (bytes.read() << 8 | bytes.read()) == GZIP;
    bytes.reset();
    return new Bounded(packed ? new GZIPInputStream(bytes) : bytes, limits.bytesInAll());
  }

  /// Ends with a fault when there is more than a feed may hold.
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream bytes, long most) {
      super(bytes);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = super.read(into, from, most);
      left -= count;
      if (left < 0) {
        throw new IOException("the file is larger than a feed may be");
      }
      return count;
    }
  }
}
