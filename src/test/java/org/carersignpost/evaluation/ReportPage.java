package org.carersignpost.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The measurement as one HTML page without anything from outside: the figures, a picture of
/// reliability and one of confusion.
final class ReportPage {
  private static final int PLOT = 320;
  private static final int MARGIN = 40;
  private static final int CELL = 14;
  private static final int NAMES = 230;

  private ReportPage() {}

  static String of(String title, Evaluation evaluation) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1a1a1a; }
      pre { overflow-x: auto; background: #f4f4f2; padding: 1rem; }
      figure { margin: 1rem 0; overflow-x: auto; }
      svg text { font-size: 11px; fill: #1a1a1a; }
    </style></head><body>
    <h1>%1$s</h1>
    <p>Measured on messages whose writers had seen neither training lines nor rules. They are invented, not real.</p>
    <h2>Is it right as often as it says?</h2>
    <figure>%2$s<figcaption>Each dot is a tenth of confidence, its size how many messages; on the line, confidence is right.</figcaption></figure>
    <h2>What is taken for what</h2>
    <figure>%3$s<figcaption>Rows: what was wanted. Columns: what was served first. The darker, the oftener; misses in red.</figcaption></figure>
    <h2>All figures</h2>
    <pre>%4$s</pre>
    </body></html>
    """
        .formatted(
            title,
            reliability(evaluation.intents().reliability()),
            confusion(evaluation.intents().confusion()),
            String.join("\n", ReportText.of(evaluation)));
  }

  private static String reliability(List<IntentScores.Band> bands) {
    int all = bands.stream().mapToInt(band -> band.right().all()).sum();
    StringBuilder svg = new StringBuilder();
    int size = PLOT + 2 * MARGIN;
    svg.append(
        ReportText.format(
            "<svg width=\"%1$d\" height=\"%1$d\" role=\"img\" aria-label=\"Reliability\">", size));
    svg.append(
        ReportText.format(
            "<rect x=\"%1$d\" y=\"%1$d\" width=\"%2$d\" height=\"%2$d\" fill=\"none\" stroke=\"#999\"/>",
            MARGIN, PLOT));
    svg.append(
        ReportText.format(
            "<line x1=\"%1$d\" y1=\"%2$d\" x2=\"%2$d\" y2=\"%1$d\" stroke=\"#999\" stroke-dasharray=\"4\"/>",
            MARGIN, MARGIN + PLOT));
    for (IntentScores.Band band : bands) {
      double x = MARGIN + PLOT * band.said();
      svg.append(
          ReportText.format(
              "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$.1f\" y2=\"%3$.1f\" stroke=\"#0b5\"/>",
              x, y(band.right().low()), y(band.right().high())));
      svg.append(
          ReportText.format(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#0b5\" fill-opacity=\"0.6\"><title>said"
                  + " %.0f %%, right %s</title></circle>",
              x,
              y(band.right().value()),
              3 + 20 * Math.sqrt((double) band.right().all() / all),
              100 * band.said(),
              band.right()));
    }
    svg.append(
        ReportText.format(
            "<text x=\"%d\" y=\"%d\">said: 0 to 100 %%</text><text x=\"4\" y=\"%d\">right</text></svg>",
            MARGIN, size - 12, MARGIN - 8));
    return svg.toString();
  }

  private static double y(double share) {
    return MARGIN + PLOT * (1 - share);
  }

  private static String confusion(Map<String, Map<String, Integer>> table) {
    TreeSet<String> all = new TreeSet<>(table.keySet());
    table.values().forEach(row -> all.addAll(row.keySet()));
    List<String> names = new ArrayList<>(all);
    int size = NAMES + CELL * names.size();
    StringBuilder svg =
        new StringBuilder(
            ReportText.format(
                "<svg width=\"%1$d\" height=\"%1$d\" role=\"img\" aria-label=\"Confusion\">",
                size));
    for (int i = 0; i < names.size(); i++) {
      int at = NAMES + i * CELL;
      svg.append(
          ReportText.format(
              "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
              NAMES - 6, at + 11, names.get(i)));
      svg.append(
          ReportText.format(
              "<text transform=\"translate(%d,%d) rotate(-90)\">%s</text>",
              at + 11, NAMES - 6, names.get(i)));
    }
    table.forEach((wanted, row) -> {
      double sum = row.values().stream().mapToInt(Integer::intValue).sum();
      row.forEach((served, times) ->
          svg.append(
              ReportText.format(
                  "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\""
                      + " fill-opacity=\"%.2f\"><title>%s served as %s: %d</title></rect>",
                  NAMES + names.indexOf(served) * CELL,
                  NAMES + names.indexOf(wanted) * CELL,
                  CELL - 1,
                  CELL - 1,
                  wanted.equals(served) ? "#0b5" : "#c22",
                  Math.max(0.15, times / sum),
                  wanted,
                  served,
                  times)));
    });
    return svg.append("</svg>").toString();
  }
}
