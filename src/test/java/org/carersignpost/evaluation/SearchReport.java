package org.carersignpost.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.understanding.Understanding;

/// How good the answers are beside those of a plain search, as lines to print.
final class SearchReport {
  private static final String FILE = "search.tsv";

  private SearchReport() {}

  /// @param folder of the judged questions
  /// @param listMissed whether the questions are listed whose first answer is not good: of
  ///   development questions only, since nobody should read the others
  static List<String> lines(Path folder, boolean listMissed) {
    KnowledgeBase base = KnowledgeBase.read(Evaluation.KNOWLEDGE_BASE);
    Understanding understanding = Understanding.load(Evaluation.KNOWLEDGE_BASE, Evaluation.MODELS);
    SearchScores ours = Rankings.ours(understanding, base, folder.resolve(FILE));
    List<String> lines = new ArrayList<>();
    lines.add("Answers from the directory (guide, then services), from the bare words on");
    lines.add("  ours        " + ours);
    lines.add("  plain BM25  " + Rankings.plain(base, folder.resolve(FILE)));
    lines.add("");
    if (listMissed) {
      ours.missed().forEach(line -> lines.add("  missed " + line));
      ours.wrongAreas().forEach(line -> lines.add("  wrong area " + line));
    }
    return lines;
  }
}
