package org.carersignpost.knowledge.search;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.dialogue.ContactNumber;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.PhoneNumbers;
import org.carersignpost.knowledge.files.Schedule;
import org.carersignpost.knowledge.files.Schedules;
import org.carersignpost.knowledge.files.ServiceRecord;

/// One number of a service, with the hours in which it is answered.
///
/// @param phone the file's words
/// @param number as people read it
/// @param hours when it is answered; empty when unknown
record Line(Phone phone, PhoneNumbers.UkNumber number, List<Schedule> hours) {

  /// The numbers of a service in the order of its file.
  ///
  /// Where none of them has hours, those of the service are theirs.
  static List<Line> of(ServiceRecord service) {
    boolean someHaveHours = service.phones().stream().anyMatch(p -> !p.schedules().isEmpty());
    List<Line> lines = new ArrayList<>();
    for (Phone phone : service.phones()) {
      List<Schedule> hours = someHaveHours ? phone.schedules() : service.schedules();
      PhoneNumbers.parse(phone.number())
          .ifPresent(number -> lines.add(new Line(phone, number, hours)));
    }
    return List.copyOf(lines);
  }

  boolean isTextphone() {
    return phone.type() == Phone.Type.TEXTPHONE;
  }

  OpeningState at(LocalDateTime now, Set<LocalDate> bankHolidays) {
    return Schedules.stateAt(hours, now, bankHolidays);
  }

  private ContactNumber contact(OpeningState opening) {
    ContactNumber.Kind kind =
        phone.type() == Phone.Type.SMS ? ContactNumber.Kind.TEXT : ContactNumber.Kind.RING;
    return new ContactNumber(
        number.reading(), kind, label(), phone.free().orElse(false), number.isCharged(), opening);
  }

  private String label() {
    String description = phone.description().orElse("");
    boolean says = description.toLowerCase(Locale.ROOT).contains("textphone");
    return isTextphone() && !says ? ("textphone " + description).strip() : description;
  }

  /// The numbers to give at a local time, best first: answered now before the others, voice before
  /// text, and a textphone, which most people cannot ring, only behind another number.
  static List<ContactNumber> best(
      List<Line> lines, LocalDateTime now, Set<LocalDate> bankHolidays) {
    return ranked(lines, now, bankHolidays).stream()
        .map(ranked -> ranked.line.contact(ranked.opening))
        .toList();
  }

  /// Whether the number to give first is answered at a local time; empty when there is none.
  static Optional<OpeningState> bestOpening(
      List<Line> lines, LocalDateTime now, Set<LocalDate> bankHolidays) {
    return ranked(lines, now, bankHolidays).stream().findFirst().map(Ranked::opening);
  }

  private static List<Ranked> ranked(
      List<Line> lines, LocalDateTime now, Set<LocalDate> bankHolidays) {
    if (lines.stream().allMatch(Line::isTextphone)) {
      return List.of();
    }
    return lines.stream()
        .map(line -> new Ranked(line, line.at(now, bankHolidays)))
        .sorted(Comparator.comparingInt(Ranked::rank))
        .toList();
  }

  private record Ranked(Line line, OpeningState opening) {
    int rank() {
      return switch (line.phone.type()) {
        case VOICE -> opening.isOpen() ? 0 : 2;
        case SMS -> opening.isOpen() ? 1 : 3;
        case TEXTPHONE -> 4;
      };
    }
  }
}
