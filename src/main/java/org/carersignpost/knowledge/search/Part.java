package org.carersignpost.knowledge.search;

import java.util.List;

/// A telling word or phrase of an utterance with its synonyms: any of them is as good.
///
/// @param any terms; one of several words has them joined by single spaces
/// @param isFamily whether it only says who is looked after, which tells services apart badly
record Part(List<String> any, boolean isFamily) {
  /// What a match of this part is worth, of what another word's would be.
  double worth() {
    return isFamily ? Weights.FAMILY_WORD : 1;
  }
}
