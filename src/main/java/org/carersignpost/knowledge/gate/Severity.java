package org.carersignpost.knowledge.gate;

/// What a finding means for whoever wants to publish; the worst first.
public enum Severity {
  /// It must be mended first.
  ERROR,
  /// It should be looked at.
  WARNING
}
