package org.carersignpost.knowledge.search;

/// How well the words of a need match each service and each guide, by ordinal.
///
/// It is filled by [TextIndex#match] and read afterwards; it belongs to one need and one thread.
final class Matches {
  private final double[] serviceText;
  private final double[] serviceFit;
  private final double[] guideFit;
  private final double[] guideAnswer;
  private double best = Weights.LEAST_BEST_TEXT;

  Matches(int services, int guides) {
    this.serviceText = new double[services];
    this.serviceFit = new double[services];
    this.guideFit = new double[guides];
    this.guideAnswer = new double[guides];
  }

  void addText(int service, double score) {
    serviceText[service] += score;
  }

  void textIsComplete() {
    for (double text : serviceText) {
      best = Math.max(best, text);
    }
  }

  void addServiceFit(int service, double fit) {
    serviceFit[service] = Math.max(serviceFit[service], fit);
  }

  /// @param answers whether more is in common than one word, or one word is all there is
  void addGuideFit(int guide, double fit, boolean answers) {
    guideFit[guide] = Math.max(guideFit[guide], fit);
    if (answers) {
      guideAnswer[guide] = Math.max(guideAnswer[guide], fit);
    }
  }

  /// How well the whole record matches, compared with the service that matches best: 0 to 1.
  double serviceText(int service) {
    return serviceText[service] / best;
  }

  /// How well what it is called, or one of its keywords, matches: 0 to 1, 1 when each says what the
  /// other says.
  double serviceFit(int service) {
    return serviceFit[service];
  }

  /// How well one of its questions matches, 0 to 1.
  double guideFit(int guide) {
    return guideFit[guide];
  }

  /// The same, where one word in common is not enough.
  double guideAnswer(int guide) {
    return guideAnswer[guide];
  }
}
