package org.carersignpost.knowledge.files;

/// One fault of the knowledge base.
///
/// @param file below the root, such as `services/shout.json`
/// @param field where in the file, such as `phones[0].number`; empty for the file as a whole
/// @param reason what is wrong, and where it helps what would be right
public record Problem(String file, String field, String reason) {
  @Override
  public String toString() {
    return field.isEmpty() ? file + ": " + reason : file + ": " + field + ": " + reason;
  }
}
