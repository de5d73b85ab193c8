package org.carersignpost.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carersignpost.understanding.classifier.PublicSets;

/// `./signpost evaluate`: how well messages are understood, and how well they are answered.
///
/// Without arguments the held-out messages and questions are measured,
/// `target/evaluation/report.html` and `docs/safety.md` are written. `--development` measures those
/// that settings are chosen by and writes nothing but its report. `--benchmark FOLDER` trains and
/// scores public sets by the same code. `--search` measures the answers to the development
/// questions alone, and with `--missed` lists those whose first answer is not good. `--curve` shows
/// what more training lines bring, `--training` what is wrong with them.
public final class Evaluate {
  private static final Path REPORTS = Path.of("target", "evaluation");

  private Evaluate() {}

  public static void main(String[] args) throws IOException {
    List<String> wanted = List.of(args);
    int benchmark = wanted.indexOf("--benchmark");
    if (benchmark >= 0) {
      if (benchmark + 1 >= args.length || !Files.isDirectory(Path.of(args[benchmark + 1]))) {
        System.err.println("--benchmark needs the folder of the public sets.");
        System.exit(2);
      }
      PublicSets.measure(Path.of(args[benchmark + 1])).forEach(System.out::println);
    } else if (wanted.contains("--curve")) {
      LearningCurve.lines().forEach(System.out::println);
    } else if (wanted.contains("--training")) {
      TrainingReport.lines().forEach(System.out::println);
    } else if (wanted.contains("--search")) {
      boolean missed = wanted.contains("--missed");
      SearchReport.lines(Evaluation.DEVELOPMENT, missed).forEach(System.out::println);
    } else if (wanted.contains("--development")) {
      SearchReport.lines(Evaluation.DEVELOPMENT, false).forEach(System.out::println);
      report("Development messages", Evaluation.on(Evaluation.DEVELOPMENT), "development.html");
    } else if (wanted.isEmpty()) {
      SearchReport.lines(Evaluation.HELD_OUT, false).forEach(System.out::println);
      Evaluation evaluation = Evaluation.on(Evaluation.HELD_OUT);
      report("How well messages are understood", evaluation, "report.html");
      Files.writeString(SafetyPage.FILE, SafetyPage.of(evaluation));
      System.out.println("Written: " + SafetyPage.FILE);
    } else {
      System.err.println("Unknown: " + String.join(" ", wanted));
      System.exit(2);
    }
  }

  private static void report(String title, Evaluation evaluation, String name) throws IOException {
    ReportText.of(evaluation).forEach(System.out::println);
    Files.createDirectories(REPORTS);
    Files.writeString(REPORTS.resolve(name), ReportPage.of(title, evaluation));
    System.out.println("Written: " + REPORTS.resolve(name));
  }
}
