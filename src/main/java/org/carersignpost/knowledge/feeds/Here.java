package org.carersignpost.knowledge.feeds;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.carersignpost.knowledge.files.FeedTerms;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.Numbers;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.ServiceRecords;

/// What a feed is measured by: our own areas, topics and terms, and which numbers may be sent.
///
/// @param base what editors wrote by hand
/// @param terms what other people's terms mean in ours
/// @param numbers [Numbers#REAL] wherever carers are answered
public record Here(KnowledgeBase base, FeedTerms terms, Numbers numbers) {
  /// Reads the folder that carers are answered from.
  ///
  /// @throws org.carersignpost.knowledge.files.KnowledgeException naming every fault found
  public static Here read(Path root) {
    return of(KnowledgeBase.read(root), root);
  }

  /// The same of a knowledge base that has been read.
  ///
  /// @throws org.carersignpost.knowledge.files.KnowledgeException naming every fault found
  public static Here of(KnowledgeBase base, Path root) {
    return new Here(base, FeedTerms.read(root, base.taxonomy()), Numbers.REAL);
  }

  /// Whether a service may still be offered that was taken by the rules of its time.
  Predicate<ServiceRecord> accepts(FeedFile.Manifest taken) {
    LocalDate today = LocalDate.now(FeedRun.HERE);
    return taken.rules().equals(rules())
        ? _ -> true
        : service -> ServiceRecords.faults(service, base, today, numbers).isEmpty();
  }

  /// Changes when the same record of a feed could be mapped otherwise.
  String rules() {
    String areas = base.areas().all().toString();
    String places = base.places().all().toList().toString();
    return Ids.hash(
        FeedVersion.RULES + base.taxonomy().topics() + areas + places + terms.inWords() + numbers);
  }
}
