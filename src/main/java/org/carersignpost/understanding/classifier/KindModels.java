package org.carersignpost.understanding.classifier;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Where models of kinds come from: trained, or read if the same was trained before.
public final class KindModels {
  private KindModels() {}

  /// How a model of kinds is trained.
  ///
  /// @param cost how hard a line on the wrong side pulls, above 0
  /// @param positiveWeight how much harder a line of the kind pulls than any other, above 0
  /// @param fewestLines in how many lines a feature must occur to be learnt from
  public record Settings(double cost, double positiveWeight, int fewestLines) {
    public Settings {
      if (fewestLines < 1) {
        throw new IllegalArgumentException("a feature must occur to be learnt from");
      }
    }
  }

  /// The model of these lines.
  ///
  /// @param cacheFolder where trained models are kept; made if need be
  /// @param name what the model is about, without a dash; its files begin with it
  /// @param source all that the lines are made from: while it is the same, so are they
  /// @param lines what to learn from; asked for only when the model must be trained
  public static KindModel load(
      Path cacheFolder,
      String name,
      Settings settings,
      List<byte[]> source,
      Supplier<List<KindLine>> lines) {
    TrainedModel model =
        new ModelCache(cacheFolder, name + ModelCache.DASH)
            .get(
                out -> {
                  out.writeDouble(settings.cost());
                  out.writeDouble(settings.positiveWeight());
                  out.writeInt(settings.fewestLines());
                  ModelCache.write(source, out);
                },
                () -> train(lines.get(), settings));
    return new KindModel(model);
  }

  private static TrainedModel train(List<KindLine> lines, Settings settings) {
    return ModelTraining.trainKinds(
        lines,
        new ClassifierSettings(settings.cost(), settings.positiveWeight(), 0, 0),
        settings.fewestLines());
  }
}
