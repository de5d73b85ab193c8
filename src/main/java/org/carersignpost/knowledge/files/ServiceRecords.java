package org.carersignpost.knowledge.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Services that no editor has written, in the notation and under the checks of those that editors
/// write.
public final class ServiceRecords {
  private ServiceRecords() {}

  /// The tree that it would be in a file.
  public static JsonNode tree(ServiceRecord service) {
    return Notation.tree(service);
  }

  /// The service that a tree means; empty when it has not that shape.
  public static Optional<ServiceRecord> of(JsonNode tree) {
    return Notation.record(tree, ServiceRecord.class, Faults.none());
  }

  /// Why carers must not be sent it; empty when they may. Also that it would not be read again.
  ///
  /// @param base whose areas and topics it may name
  /// @param today its dates may not be newer
  /// @param numbers which phone numbers it may hold
  public static List<String> faults(
      ServiceRecord service, KnowledgeBase base, LocalDate today, Numbers numbers) {
    Faults faults = Faults.none();
    new ServiceChecks(base.taxonomy(), base.areas(), today, numbers).check(service, faults);
    new Shape(faults).check(tree(service), ServiceRecord.class, "");
    return faults.all().stream().map(fault -> fault.field() + " " + fault.reason()).toList();
  }

  /// Whether an entry makes sense by itself.
  public static boolean makesSense(Schedule schedule) {
    Faults faults = Faults.none();
    new ScheduleChecks(faults).check("", List.of(schedule));
    return faults.count() == 0;
  }

  /// Whether it is the address of a page.
  public static boolean isPage(String url) {
    Faults faults = Faults.none();
    new TextChecks(faults).url("", url);
    return faults.count() == 0;
  }

  /// Whether it is an email address.
  public static boolean isEmail(String address) {
    Faults faults = Faults.none();
    new TextChecks(faults).email("", address);
    return faults.count() == 0;
  }

  /// Whether words may stand in a text message: its alphabet, and no word that networks act on.
  public static boolean mayBeTexted(String words) {
    Faults faults = Faults.none();
    new TextChecks(faults).texted("", words);
    return faults.count() == 0;
  }
}
