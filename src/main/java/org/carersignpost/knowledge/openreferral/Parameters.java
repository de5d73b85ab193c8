package org.carersignpost.knowledge.openreferral;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/// Reads the parameters of a request, and refuses what they cannot mean.
///
/// One that is empty counts as not given, one that we do not know is passed over.
final class Parameters {
  private static final int LONGEST = 200;
  private static final BigDecimal OLDEST = BigDecimal.valueOf(150);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final Pattern AGE = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3})?");
  private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

  private final MultiValueMap<String, String> given;

  Parameters(MultiValueMap<String, String> given) {
    this.given = given;
  }

  Optional<String> text(String name) {
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new BadParameter(name, "is given more than once");
    }
    Optional<String> value = values.stream().map(String::strip).findFirst();
    if (value.filter(text -> text.length() > LONGEST).isPresent()) {
      throw new BadParameter(name, "has more than " + LONGEST + " characters");
    }
    return value.filter(text -> !text.isEmpty());
  }

  Optional<Integer> number(String name, int least, int most) {
    return text(name)
        .map(text -> {
          int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
          if (number < least || number > most) {
            throw new BadParameter(name, "must be a whole number from " + least + " to " + most);
          }
          return number;
        });
  }

  boolean flag(String name) {
    return text(name)
        .map(text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new BadParameter(name, "must be true or false");
            })
        .orElse(false);
  }

  Optional<UUID> id(String name) {
    return text(name).map(text -> id(name, text));
  }

  /// @param name of the parameter that the text was given for
  static UUID id(String name, String text) {
    if (!ID.matcher(text).matches()) {
      throw new BadParameter(name, "must be a UUID");
    }
    return UUID.fromString(text);
  }

  Optional<BigDecimal> age(String name) {
    return text(name)
        .map(text -> {
          if (!AGE.matcher(text).matches() || new BigDecimal(text).compareTo(OLDEST) > 0) {
            throw new BadParameter(name, "must be an age in years from 0 to " + OLDEST);
          }
          return new BigDecimal(text);
        });
  }

  Optional<LocalTime> time(String name) {
    return text(name)
        .map(text -> {
          try {
            if (TIME.matcher(text).matches()) {
              return LocalTime.parse(text);
            }
          } catch (DateTimeException notATime) {
            // Said below.
          }
          throw new BadParameter(name, "must be a time like 09:30");
        });
  }

  /// A day of the week as schedules have it: `MO`.
  Optional<String> day(String name) {
    return text(name)
        .map(text -> {
          String wanted = text.toUpperCase(Locale.ROOT);
          return DAYS.stream()
              .filter(day -> day.equals(wanted) || day.substring(0, 2).equals(wanted))
              .map(day -> day.substring(0, 2))
              .findFirst()
              .orElseThrow(() -> new BadParameter(name, "must be a day like MO or monday"));
        });
  }

  /// A moment, or the beginning of a day.
  ///
  /// @param zone of what has no offset
  Optional<Instant> moment(String name, ZoneId zone) {
    return text(name)
        .map(text -> {
          // In an address a plus sign means a space.
          String written = text.replace(' ', '+');
          try {
            if (written.length() == "2026-01-31".length()) {
              return LocalDate.parse(written).atStartOfDay(zone).toInstant();
            }
            return written.endsWith("Z") || written.lastIndexOf('+') > 0 || hasMinusOffset(written)
                ? OffsetDateTime.parse(written).toInstant()
                : LocalDateTime.parse(written).atZone(zone).toInstant();
          } catch (DateTimeException notAMoment) {
            throw new BadParameter(
                name, "must be a date like 2026-01-31 or a moment like 2026-01-31T09:30:00Z");
          }
        });
  }

  private static boolean hasMinusOffset(String written) {
    return written.lastIndexOf('-') > "2026-01-31".length();
  }

  /// Refuses what we do not offer and must not pass over, because the answer would be wrong.
  void refuse(String name, String why) {
    if (text(name).isPresent()) {
      throw new BadParameter(name, why);
    }
  }
}
