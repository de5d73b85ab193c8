package org.carersignpost.understanding.classifier;

/// Takes the features of a message, each piece by piece.
///
/// That way their hashes can be made without ever writing down their names, of which a message has
/// hundreds.
interface FeatureSink {
  /// Begins a feature: its kind and a colon.
  FeatureSink begin(char kind);

  FeatureSink add(char c);

  /// @param from the first character taken
  /// @param to the first that is not
  FeatureSink add(String text, int from, int to);

  default FeatureSink add(String text) {
    return add(text, 0, text.length());
  }

  void end();
}
