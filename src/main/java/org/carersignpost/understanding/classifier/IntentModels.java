package org.carersignpost.understanding.classifier;

import java.nio.file.Path;
import java.util.Set;

/// Where intent models come from: trained from the knowledge base, or read if the same was trained
/// before.
///
/// The cache is a folder of files named after a hash of all that shapes a model: the files of
/// utterances, settings, and the code that trains. Several processes may use one folder at once. A
/// file that is broken, or a folder that cannot be written, costs the time to train and nothing
/// else.
public final class IntentModels {
  private static final String PREFIX = "";

  private IntentModels() {}

  /// The model of these utterances, with the default settings.
  ///
  /// @param intentsFolder `<intent>.txt` files and `_several.tsv`
  /// @param cacheFolder where trained models are kept; made if need be
  /// @throws IllegalArgumentException if a file cannot be used; the message names it
  public static IntentModel load(Path intentsFolder, Path cacheFolder) {
    return load(intentsFolder, cacheFolder, ClassifierSettings.DEFAULTS, Set.of());
  }

  /// The model of these utterances.
  ///
  /// @param intentsFolder `<intent>.txt` files and `_several.tsv`
  /// @param cacheFolder where trained models are kept; made if need be
  /// @param topics the topics of the taxonomy: a `find_` file of any other is refused; empty if any
  ///   will do
  /// @throws IllegalArgumentException if a file cannot be used; the message names it
  public static IntentModel load(
      Path intentsFolder, Path cacheFolder, ClassifierSettings settings, Set<String> topics) {
    TrainedModel model =
        new ModelCache(cacheFolder, PREFIX)
            .get(
                out -> {
                  out.writeDouble(settings.cost());
                  out.writeDouble(settings.positiveWeight());
                  ModelCache.write(TrainingFiles.of(intentsFolder), out);
                },
                () -> ModelTraining.train(IntentFiles.read(intentsFolder, topics), settings));
    return new IntentModel(model, settings);
  }
}
