package org.carersignpost.staff;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The hours somebody works every week. Without blocks nothing is known about them.
///
/// It is written like the teams' hours: days, and on each of them spans such as `09:00-12:30`.
///
/// @param blocks in the order they were written
public record Rota(List<Block> blocks) {
  /// Nothing is known.
  public static final Rota NONE = new Rota(List.of());

  private static final int MOST_BLOCKS = 14;
  private static final int MOST_SPANS = 6;
  private static final Pattern SPAN =
      Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)");

  /// The same hours on some days.
  ///
  /// @param days at least one
  /// @param spans such as `09:00-12:30`; one that ends at or before its start runs into the next
  ///   day
  public record Block(Set<DayOfWeek> days, List<String> spans) {
    /// @throws IllegalArgumentException if they are not written as they must be
    public Block {
      days = Set.copyOf(days);
      spans = List.copyOf(spans);
      if (days.isEmpty() || spans.isEmpty() || spans.size() > MOST_SPANS) {
        throw new IllegalArgumentException(
            "A block of a rota has at least one day, and one to " + MOST_SPANS + " spans");
      }
      for (String span : spans) {
        if (!SPAN.matcher(span).matches()) {
          throw new IllegalArgumentException("Hours must look like 09:00-17:00");
        }
      }
    }
  }

  /// @throws IllegalArgumentException if there are too many blocks
  public Rota {
    blocks = List.copyOf(blocks);
    if (blocks.size() > MOST_BLOCKS) {
      throw new IllegalArgumentException("A rota has at most " + MOST_BLOCKS + " blocks");
    }
  }

  /// Reads a rota as people type it, a line for each block: `monday tuesday 09:00-12:30
  /// 13:00-17:00`, or `mon-fri 09:00-17:00`. Days may be shortened to three letters.
  ///
  /// @throws IllegalArgumentException with a sentence that says what is wrong
  public static Rota parse(String lines) {
    return new Rota(
        lines
            .lines()
            .map(line -> line.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*[-–]\\s*", "-"))
            .filter(line -> !line.isEmpty())
            .map(Rota::block)
            .toList());
  }

  /// As it can be typed again.
  public String written() {
    return blocks.stream()
        .map(block ->
            Stream.concat(
                    block.days().stream()
                        .sorted()
                        .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT)),
                    block.spans().stream())
                .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  /// When the shift that runs at a local time ends; shifts that touch or overlap count as one.
  /// Empty outside of every shift.
  public Optional<LocalDateTime> shiftEndsAt(LocalDateTime now) {
    LocalDateTime end = now;
    Optional<LocalDateTime> later = endOfSpanAt(end);
    // A rota without a gap has no end; a week is long enough to stop looking.
    while (later.isPresent() && end.isBefore(now.plusWeeks(1))) {
      end = later.get();
      later = endOfSpanAt(end);
    }
    return end.equals(now) ? Optional.empty() : Optional.of(end);
  }

  private Optional<LocalDateTime> endOfSpanAt(LocalDateTime at) {
    return Stream.of(at.toLocalDate().minusDays(1), at.toLocalDate())
        .flatMap(date ->
            blocks.stream()
                .filter(block -> block.days().contains(date.getDayOfWeek()))
                .flatMap(block -> block.spans().stream())
                .map(span -> Shift.on(date.atStartOfDay(), span)))
        .filter(shift -> !at.isBefore(shift.start) && at.isBefore(shift.end))
        .map(Shift::end)
        .max(Comparator.naturalOrder());
  }

  private record Shift(LocalDateTime start, LocalDateTime end) {
    static Shift on(LocalDateTime midnight, String span) {
      String[] times = span.split("-", 2);
      LocalTime start = LocalTime.parse(times[0]);
      LocalTime end = times[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(times[1]);
      LocalDateTime begins = midnight.with(start);
      LocalDateTime ends = midnight.with(end);
      return new Shift(begins, end.isAfter(start) ? ends : ends.plusDays(1));
    }
  }

  private static Block block(String line) {
    List<String> words = List.of(line.split("[\\s,]+"));
    Set<DayOfWeek> days =
        words.stream()
            .filter(word -> !isTime(word))
            .flatMap(Rota::days)
            .collect(Collectors.toSet());
    return new Block(days, words.stream().filter(Rota::isTime).toList());
  }

  private static boolean isTime(String word) {
    return Character.isDigit(word.charAt(0));
  }

  /// One day, or those from one to another: `mon-fri`.
  private static Stream<DayOfWeek> days(String word) {
    String[] ends = word.split("-", 2);
    DayOfWeek first = day(ends[0]);
    int more = Math.floorMod(day(ends[ends.length - 1]).ordinal() - first.ordinal(), 7);
    return IntStream.rangeClosed(0, more).mapToObj(first::plus);
  }

  private static DayOfWeek day(String word) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> word.length() >= 3 && day.name().toLowerCase(Locale.ROOT).startsWith(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Days are monday to sunday, or mon to sun"));
  }
}
