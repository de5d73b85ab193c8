package org.carersignpost.staff;

import java.util.List;
import java.util.Optional;

/// A part of the audit log, newest first.
///
/// It may be short, or even empty, although there is more: the work for one page is limited.
///
/// @param next the cursor to ask before for what is older; empty at the end of the log
public record AuditPage(List<AuditEntry> items, Optional<String> next) {
  public AuditPage {
    items = List.copyOf(items);
  }
}
