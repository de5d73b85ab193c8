package org.carersignpost.knowledge.files;

/// Which phone numbers a knowledge base may hold.
public enum Numbers {
  /// Numbers that somebody may answer: what carers are sent.
  REAL,
  /// Also those kept for drama, such as 07700 900123: for tests.
  FICTIONAL_TOO
}
