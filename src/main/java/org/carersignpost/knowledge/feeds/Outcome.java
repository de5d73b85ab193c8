package org.carersignpost.knowledge.feeds;

import java.util.List;
import org.carersignpost.knowledge.files.ServiceRecord;

/// What became of one record of a feed: all of it is taken, or none.
sealed interface Outcome {
  /// It may be offered to carers.
  record Taken(ServiceRecord service) implements Outcome {}

  /// It is kept out, with every reason.
  ///
  /// @param name as the feed has it, cut to what a report can show
  record Aside(String name, List<String> reasons) implements Outcome {
    public Aside {
      reasons = List.copyOf(reasons);
    }
  }
}
