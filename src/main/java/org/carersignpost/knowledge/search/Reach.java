package org.carersignpost.knowledge.search;

import java.util.List;
import java.util.Set;

/// How services reach the place of a need: a factor, and 0 for one that is not for this place.
sealed interface Reach {
  /// The factor of a service; 0 when it is not available there.
  double of(Coverage.Covered covered);

  /// The areas, smaller than a nation, whose services may reach the place, as they are indexed.
  Set<String> local();

  /// In one area, or somewhere in one of several.
  record Within(Coverage coverage, List<String> areas) implements Reach {
    public Within {
      areas = List.copyOf(areas);
    }

    @Override
    public double of(Coverage.Covered covered) {
      if (areas.size() == 1) {
        return coverage.at(covered, areas.getFirst());
      }
      double sum = 0;
      int reached = 0;
      for (String area : areas) {
        double factor = coverage.at(covered, area);
        sum += factor;
        reached += factor > 0 ? 1 : 0;
      }
      double part = (double) reached / areas.size();
      double certainty = part == 1 ? 1 : Weights.PART_OF_AMBIGUOUS * part;
      return reached == 0 ? 0 : sum / reached * certainty;
    }

    @Override
    public Set<String> local() {
      return coverage.localAround(areas);
    }
  }

  /// Outside all that we cover: what is for the whole nation.
  record Outside() implements Reach {
    @Override
    public double of(Coverage.Covered covered) {
      return covered.isNationwide() ? Weights.NATIONAL : 0;
    }

    @Override
    public Set<String> local() {
      return Set.of();
    }
  }

  /// Nobody has said where.
  record Unknown() implements Reach {
    @Override
    public double of(Coverage.Covered covered) {
      return covered.unknown();
    }

    @Override
    public Set<String> local() {
      return Set.of(Documents.ANY_LOCAL);
    }
  }
}
