package org.carersignpost.understanding.risk;

import java.util.ArrayList;
import java.util.List;

/// Finds the few patterns that a message may match at all, so that only those are tried.
///
/// Every pattern is listed under each choice that it cannot do without. A message names the choices
/// that stand in it; a pattern is worth trying once all of its own are among them. It never changes
/// and may be used by any number of threads.
final class PatternIndex {
  private final RiskRule[] rules;
  private final RiskPattern[] patterns;

  /// How many choices each pattern cannot do without.
  private final int[] needed;

  /// The patterns that need a choice, by the choice's number.
  private final int[][] needing;

  /// @param choices how many choices there are in all patterns
  PatternIndex(List<RiskRule> all, int choices) {
    List<RiskRule> owners = new ArrayList<>();
    List<RiskPattern> listed = new ArrayList<>();
    for (RiskRule rule : all) {
      for (RiskPattern pattern : rule.patterns()) {
        owners.add(rule);
        listed.add(pattern);
      }
    }
    rules = owners.toArray(RiskRule[]::new);
    patterns = listed.toArray(RiskPattern[]::new);
    needed = new int[patterns.length];
    List<List<Integer>> byChoice = new ArrayList<>();
    for (int choice = 0; choice < choices; choice++) {
      byChoice.add(new ArrayList<>());
    }
    for (int i = 0; i < patterns.length; i++) {
      for (int choice : patterns[i].needed()) {
        byChoice.get(choice).add(i);
        needed[i]++;
      }
    }
    needing = new int[choices][];
    for (int choice = 0; choice < choices; choice++) {
      needing[choice] = byChoice.get(choice).stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /// The rules that may fire in a reading of a message, each with the patterns worth trying, in the
  /// order in which they are written.
  // Every pattern of a rule holds the very same rule, so identity says where the next rule begins.
  @SuppressWarnings("ReferenceEquality")
  List<Likely> likely(MessageIndex message) {
    int[] seen = new int[patterns.length];
    message.forEachChoice(choice -> {
      for (int pattern : needing[choice]) {
        seen[pattern]++;
      }
    });
    List<Likely> likely = new ArrayList<>();
    for (int i = 0; i < patterns.length; i++) {
      if (seen[i] == needed[i]) {
        if (likely.isEmpty() || likely.getLast().rule() != rules[i]) {
          likely.add(new Likely(rules[i], new ArrayList<>()));
        }
        likely.getLast().patterns().add(patterns[i]);
      }
    }
    return likely;
  }

  /// A rule and those of its patterns that may match.
  record Likely(RiskRule rule, List<RiskPattern> patterns) {}
}
