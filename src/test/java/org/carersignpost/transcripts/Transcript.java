package org.carersignpost.transcripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One chat as it stands in its file.
///
/// ```
/// # The sentence that this chat proves.
/// sms from 07700 900123, Mon 2 Mar 2026 10:15
///
/// carer: i look after mum and need a break
///   (find_breaks_respite; relation=mother; topics=breaks-respite:0.93)
/// us: Which town or postcode?
///   ! handoff normal: asked
///
/// later: Tue 3 Mar 2026 09:00
/// ```
///
/// Further lines of one text stand under it, indented by four spaces; a second text begins with
/// `us:` again; an intended silence is `us: -`.
///
/// @param title the sentence
/// @param from the number as people write it
/// @param turns what was said, in order
record Transcript(String title, String from, List<Exchange> turns) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);
  private static final String SILENCE = "-";

  /// One message and what followed.
  ///
  /// @param at local time
  /// @param carer the words, without line breaks
  /// @param media number of pictures that came along
  /// @param meaning the line in brackets, without them; empty before it is recorded
  /// @param us our texts
  /// @param effects such as `handoff crisis: risk.suicide`
  record Exchange(
      LocalDateTime at,
      String carer,
      int media,
      String meaning,
      List<String> us,
      List<String> effects) {}

  static Transcript read(Path file) throws IOException {
    return new Reader(Files.readAllLines(file)).read(file);
  }

  String write() {
    StringBuilder text = new StringBuilder("# " + title + "\n");
    LocalDateTime time = turns.getFirst().at();
    text.append("sms from ").append(from).append(", ").append(TIME.format(time)).append("\n");
    for (Exchange turn : turns) {
      text.append('\n');
      if (!turn.at().equals(time)) {
        time = turn.at();
        text.append("later: ").append(TIME.format(time)).append('\n');
      }
      text.append("carer: ").append((turn.carer() + " [picture]".repeat(turn.media())).strip());
      text.append("\n  (").append(turn.meaning()).append(")\n");
      for (String us : turn.us().isEmpty() ? List.of(SILENCE) : turn.us()) {
        text.append("us: ").append(us.replace("\n", "\n    ")).append('\n');
      }
      turn.effects().forEach(effect -> text.append("  ! ").append(effect).append('\n'));
    }
    return text.toString();
  }

  private static final class Reader {
    private final List<String> lines;
    private final List<Exchange> turns = new ArrayList<>();
    private String carer = "";
    private String meaning = "";
    private int media;
    private boolean open;
    private List<String> us = new ArrayList<>();
    private List<String> effects = new ArrayList<>();

    Reader(List<String> lines) {
      this.lines = lines;
    }

    Transcript read(Path file) {
      String title = lines.getFirst().substring(2);
      String[] head = lines.get(1).substring("sms from ".length()).split(", ", 2);
      LocalDateTime at = LocalDateTime.parse(head[1], TIME);
      for (String line : lines.subList(2, lines.size())) {
        if (line.startsWith("later: ")) {
          close(at);
          at = LocalDateTime.parse(line.substring("later: ".length()), TIME);
        } else if (line.startsWith("carer:")) {
          close(at);
          String said = line.substring("carer:".length()).strip();
          media = said.split("\\[picture]", -1).length - 1;
          carer = said.replace("[picture]", "").strip();
          open = true;
        } else if (line.startsWith("    ")) {
          us.set(us.size() - 1, us.getLast() + "\n" + line.strip());
        } else if (line.startsWith("  (")) {
          meaning = line.strip().substring(1, line.strip().length() - 1);
        } else if (line.startsWith("  ! ")) {
          effects.add(line.substring(4));
        } else if (line.startsWith("us: ")) {
          us.add(line.substring(4));
        } else if (!line.isBlank()) {
          throw new IllegalArgumentException(file + ": cannot read the line: " + line);
        }
      }
      close(at);
      return new Transcript(title, head[0], List.copyOf(turns));
    }

    private void close(LocalDateTime at) {
      if (!open) {
        return;
      }
      List<String> said = us.equals(List.of(SILENCE)) ? List.of() : List.copyOf(us);
      turns.add(new Exchange(at, carer, media, meaning, said, List.copyOf(effects)));
      us = new ArrayList<>();
      effects = new ArrayList<>();
      meaning = "";
      open = false;
    }
  }
}
