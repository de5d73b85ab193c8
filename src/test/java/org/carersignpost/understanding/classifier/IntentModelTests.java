package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.understanding.classifier.Classification.Candidate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentModelTests {
  @TempDir static Path temp;
  private static IntentModel model = emptyModel();

  @BeforeAll
  static void train() throws IOException {
    model = IntentModels.load(SmallIntents.writeTo(temp.resolve("intents")), temp.resolve("cache"));
  }

  @Test
  void oneNeedIsFound() {
    Classification found = model.classify("Is there a BUS to the hairdresser's?");
    assertThat(found.intent()).isEqualTo(new Intent.Find("transport"));
    assertThat(found.inScope()).isTrue();
    assertThat(found.confidence()).isBetween(0.5, 1.0);
    assertThat(found.topics()).extracting(TopicScore::topic).containsExactly("transport");
  }

  @Test
  void twoNeedsAreBothFound() {
    assertThat(model.classify("dad keeps forgetting and I need a lift to the shops").topics())
        .extracting(TopicScore::topic)
        .containsExactlyInAnyOrder("dementia", "transport");
  }

  @Test
  void smallTalkIsNoTopic() {
    Classification found = model.classify("thank u so much");
    assertThat(found.intent()).isEqualTo(Intent.Talk.THANK);
    assertThat(found.topics()).isEmpty();
  }

  @Test
  void slipsAreCorrected() {
    Classification found = model.classify("can i clam atendance allowence");
    assertThat(found.corrected()).isEqualTo("can i claim attendance allowance");
    assertThat(found.intent()).isEqualTo(new Intent.Find("money-benefits"));
  }

  @Test
  void whatIsNotOursIsOutOfScope() {
    Classification found = model.classify("tell me the football score please");
    assertThat(found.inScope()).isFalse();
    assertThat(found.intent()).isEqualTo(Intent.Talk.OUT_OF_SCOPE);
    assertThat(found.topics()).isEmpty();
  }

  @Test
  void mumblingAndSignsAreUnclear() {
    for (String utterance : List.of("er um hmm", "", "   ", "???", "\uD83D\uDE2D")) {
      assertThat(model.classify(utterance).intent()).isEqualTo(Intent.Talk.UNCLEAR);
    }
  }

  @Test
  void aHigherThresholdRefusesMore() {
    TrainedModel trained = ModelTraining.train(IntentFiles.read(folder(), Set.of()), settings(0));
    String vague = "something about the bus or whatever you call it maybe";
    assertThat(new IntentModel(trained, settings(-5)).classify(vague).inScope()).isTrue();
    assertThat(new IntentModel(trained, settings(5)).classify(vague).inScope()).isFalse();
  }

  @Test
  void everyIntentIsRankedOnce() {
    List<Candidate> ranked = model.classify("am I entitled to a bus").ranked();
    assertThat(ranked).extracting(Candidate::intent).containsExactlyInAnyOrderElementsOf(intents());
    assertThat(ranked).allSatisfy(c -> assertThat(c.probability()).isBetween(0.0, 1.0));
  }

  @Test
  void theStrongestFeaturesExplain() {
    Explanation explanation = model.explain("is there a bus to the zoo");
    Explanation.Reason reason = explanation.reasons().getFirst();
    assertThat(reason.intent()).isEqualTo(new Intent.Find("transport"));
    assertThat(reason.features())
        .extracting(Explanation.Feature::seen)
        .contains("concept \"travel\"", "any message");
    assertThat(String.join("\n", explanation.lines()))
        .contains("read as: is there a bus to the zoo", "find_transport", "concept \"travel\"");
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    List<String> utterances = List.of("is there a bus to town", "thanks love", "can I claim pip");
    List<Classification> alone = utterances.stream().map(model::classify).toList();
    Callable<List<Classification>> all = () -> utterances.stream().map(model::classify).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<Classification>> one : threads.invokeAll(Collections.nCopies(50, all))) {
        assertThat(one.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void hostileLengthCostsLittle() {
    String endless = "a".repeat(100_000) + " " + "bus mum ".repeat(20_000);
    long start = System.nanoTime();
    assertThat(model.classify(endless).ranked()).isNotEmpty();
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  private static List<Intent> intents() {
    return model.intents();
  }

  private static Path folder() {
    return temp.resolve("intents");
  }

  private static ClassifierSettings settings(double threshold) {
    return new ClassifierSettings(0.5, 6, threshold, 0.35);
  }

  private static IntentModel emptyModel() {
    LinearModel none =
        new LinearModel(
            List.of(), new FeatureTable(new long[0]), new int[1], new short[0], new float[0]);
    return new IntentModel(
        new TrainedModel(
            none, Calibration.unmeasured(0), Collections.emptySortedMap(), new float[0]),
        ClassifierSettings.DEFAULTS);
  }
}
