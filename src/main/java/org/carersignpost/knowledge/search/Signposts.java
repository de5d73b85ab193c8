package org.carersignpost.knowledge.search;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.ContactNumber;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.knowledge.files.Areas;
import org.carersignpost.knowledge.files.Schedules;
import org.carersignpost.knowledge.files.ServiceArea;
import org.carersignpost.knowledge.files.ServiceRecord;

/// Makes of a record what a carer is offered at a local time.
final class Signposts {
  private static final Pattern BEFORE_HOST = Pattern.compile("^https?://");
  private static final int MOST_AREAS_NAMED = 4;

  private final Areas areas;
  private final Set<LocalDate> bankHolidays;

  Signposts(Areas areas, Set<LocalDate> bankHolidays) {
    this.areas = areas;
    this.bankHolidays = bankHolidays;
  }

  Signpost of(Listing listing, LocalDateTime now) {
    ServiceRecord record = listing.record();
    List<ContactNumber> numbers = Line.best(listing.lines(), now, bankHolidays);
    return new Signpost(
        listing.id(),
        record.alternateName(),
        record.signpost().text(),
        record.signpost().spoken(),
        numbers,
        record.url().map(Signposts::readable),
        record.email(),
        opening(record, numbers, now),
        area(record.serviceAreas()),
        record.eligibilityDescription(),
        record.fees().or(record::feesDescription),
        record.assuredDate(),
        listing.isUncertain());
  }

  /// Whether it is open at a local time: its best number, or the service itself when it has none.
  OpeningState opening(Listing listing, LocalDateTime now) {
    return Line.bestOpening(listing.lines(), now, bankHolidays)
        .orElseGet(() -> Schedules.stateAt(listing.record().schedules(), now, bankHolidays));
  }

  private OpeningState opening(
      ServiceRecord record, List<ContactNumber> numbers, LocalDateTime now) {
    OpeningState own = Schedules.stateAt(record.schedules(), now, bankHolidays);
    if (own instanceof OpeningState.Unknown && !numbers.isEmpty()) {
      return numbers.getFirst().opening();
    }
    return own;
  }

  private static String readable(String url) {
    String address = BEFORE_HOST.matcher(url).replaceFirst("");
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /// `Hampshire`, `Hart and Rushmoor`, or `parts of Hampshire`.
  private String area(List<ServiceArea> covered) {
    List<String> names = covered.stream().map(ServiceArea::name).toList();
    List<String> parents =
        names.stream()
            .map(name -> areas.named(name).flatMap(Areas.Area::parent).orElse(name))
            .distinct()
            .toList();
    boolean named = names.size() <= MOST_AREAS_NAMED || parents.size() > 1;
    return named ? joined(names) : "parts of " + parents.getFirst();
  }

  private static String joined(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
