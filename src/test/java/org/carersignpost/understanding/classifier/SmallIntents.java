package org.carersignpost.understanding.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A small set of intents that are easy to tell apart, made from beginnings and endings.
final class SmallIntents {
  private static final Map<String, List<List<String>>> PARTS =
      new TreeMap<>(
          Map.of(
              "find_transport",
              List.of(
                  List.of("how do we get to", "is there a bus to", "I need a lift to"),
                  List.of("the clinic", "the shops", "his appointment", "the day centre")),
              "find_dementia",
              List.of(
                  List.of("mum keeps forgetting", "dad does not recognise", "my wife gets lost in"),
                  List.of("our street", "her own kitchen", "the family", "where she lives")),
              "find_money_benefits",
              List.of(
                  List.of("can I claim", "am I entitled to", "how much is", "who pays for"),
                  List.of("carer's allowance", "attendance allowance", "council tax support")),
              "thank",
              List.of(
                  List.of("thanks", "thank you", "cheers", "many thanks"),
                  List.of("so much", "that was kind", "love", "you are a star")),
              "unclear",
              List.of(List.of("um", "er", "hmm", "uh"), List.of("dunno", "hm", "eh", "erm")),
              "out_of_scope",
              List.of(
                  List.of("what is the", "tell me the", "do you know the"),
                  List.of("football score", "weather tomorrow", "capital of France", "lottery"))));

  private static final List<String> TAILS = List.of("", " please", " now", " today", " at all");

  private SmallIntents() {}

  /// Writes the files of the set; each has at least 45 utterances.
  static Path writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var intent : PARTS.entrySet()) {
      Files.write(folder.resolve(intent.getKey() + ".txt"), utterances(intent.getValue()));
    }
    Files.writeString(
        folder.resolve(IntentFiles.SEVERAL),
        "mum gets lost in our street and I need a lift to the clinic"
            + "\tfind_dementia,find_transport\n");
    return folder;
  }

  private static List<String> utterances(List<List<String>> parts) {
    List<String> lines = new ArrayList<>(List.of("# made for tests", ""));
    for (String tail : TAILS) {
      for (String beginning : parts.get(0)) {
        for (String ending : parts.get(1)) {
          lines.add(beginning + " " + ending + tail);
        }
      }
    }
    return lines;
  }
}
