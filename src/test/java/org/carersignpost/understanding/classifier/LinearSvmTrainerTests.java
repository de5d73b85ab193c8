package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.junit.jupiter.api.Test;

class LinearSvmTrainerTests {
  private static final List<Event> EVENTS =
      List.of(
          event("break", "need a break"),
          event("break", "some respite"),
          event("money", "no money left"),
          event("money", "claim an allowance"),
          event("break,money", "money for respite"),
          event("travel", "bus to town"),
          event("travel", "need a bus"));

  @Test
  void openNlpFindsAndRunsTheTrainer() throws IOException {
    LinearMaxentModel model = train(EVENTS);
    assertThat(model.getNumOutcomes()).isEqualTo(3);
    assertThat(best(model, "respite")).isEqualTo("break");
    assertThat(best(model, "allowance")).isEqualTo("money");
    assertThat(best(model, "a bus")).isEqualTo("travel");
  }

  @Test
  void anOutcomeOfSeveralIntentsIsAnExampleOfEach() throws IOException {
    LinearModel model = train(EVENTS).weights();
    double[] logits = model.logits(FeatureVector.of(List.of("money", "for", "respite")));
    assertThat(model.labels()).containsExactly("break", "money", "travel");
    assertThat(logits[0]).isGreaterThan(0.5);
    assertThat(logits[1]).isGreaterThan(0.5);
    assertThat(logits[2]).isLessThan(-0.5);
  }

  @Test
  void openNlpsProbabilitiesAgreeWithTheLogits() throws IOException {
    LinearMaxentModel model = train(EVENTS);
    List<String> words = List.of("a", "bus", "for", "respite");
    FeatureVector message = FeatureVector.of(words);
    double[] probabilities = model.eval(FeatureVector.names(words), message.values());
    double[] logits = model.weights().logits(message);
    for (int i = 1; i < logits.length; i++) {
      assertThat(Math.log(probabilities[i] / probabilities[0]))
          .isCloseTo(logits[i] - logits[0], within(1e-4));
    }
  }

  @Test
  void trainingAgainGivesTheSameBits() throws Exception {
    LinearModel first = train(EVENTS).weights();
    LinearModel again = train(EVENTS).weights();
    LinearModel alone;
    try (ForkJoinPool oneThread = new ForkJoinPool(1)) {
      alone = oneThread.submit(() -> train(EVENTS).weights()).get();
    }
    for (LinearModel other : List.of(again, alone)) {
      assertThat(other.features().hashes()).isEqualTo(first.features().hashes());
      assertThat(other.entryLabels()).isEqualTo(first.entryLabels());
      assertThat(other.entryWeights()).isEqualTo(first.entryWeights());
    }
  }

  @Test
  void eventsWithoutValuesCountOne() throws IOException {
    List<Event> events =
        List.of(
            new Event("yes", new String[] {"w:aye", "w:so"}),
            new Event("no", new String[] {"w:nay", "w:so"}));
    LinearMaxentModel model = train(events);
    assertThat(model.getBestOutcome(model.eval(new String[] {"w:nay"}))).isEqualTo("no");
  }

  @Test
  void anIndexerOfOpenNlpServesAsWell() throws IOException {
    LinearMaxentModel model = train(EVENTS, OnePassRealValueDataIndexer.class);
    double[] ours = train(EVENTS).weights().logits(FeatureVector.of(List.of("respite")));
    assertThat(model.weights().logits(FeatureVector.of(List.of("respite"))))
        .containsExactly(ours, within(0.05));
  }

  private static LinearMaxentModel train(List<Event> events) throws IOException {
    return train(events, EventRows.class);
  }

  private static LinearMaxentModel train(List<Event> events, Class<? extends DataIndexer> indexer)
      throws IOException {
    ExtensionLoader.registerAllowedPackage(LinearSvmTrainer.class.getPackageName());
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, LinearSvmTrainer.class.getName());
    parameters.put("DataIndexer", indexer.getName());
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
    return (LinearMaxentModel) trainer.train(ObjectStreamUtils.createObjectStream(events));
  }

  private static Event event(String outcome, String words) {
    List<String> tokens = Normaliser.tokens(words);
    return new Event(outcome, FeatureVector.names(tokens), FeatureVector.of(tokens).values());
  }

  private static String best(LinearMaxentModel model, String words) {
    List<String> tokens = Normaliser.tokens(words);
    return model.getBestOutcome(
        model.eval(FeatureVector.names(tokens), FeatureVector.of(tokens).values()));
  }
}
