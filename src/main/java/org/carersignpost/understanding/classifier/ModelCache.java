package org.carersignpost.understanding.classifier;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder of trained models, each file named after a hash of all that shapes the model.
///
/// Models of different uses may share a folder: their names begin differently, and each use removes
/// only its own. Several processes may use one folder at once. A file that is broken, or a folder
/// that cannot be written, costs the time to train and nothing else.
///
/// @param folder where the files are; made if need be
/// @param prefix how the names of this use begin: nothing, or something that ends in a dash
record ModelCache(Path folder, String prefix) {
  private static final Logger LOG = LoggerFactory.getLogger(ModelCache.class);
  private static final String ENDING = ".model";

  /// Older files are removed, so that editing does not fill the disk.
  private static final int MOST_FILES = 8;

  /// Ends a prefix, and stands nowhere else in a name.
  static final char DASH = '-';

  /// What shapes every model, besides utterances and settings.
  private static final List<String> SHAPING_FILES =
      Stream.concat(
              Stream.of("shorthand.txt", Concepts.FILE, WordVectors.FILE),
              Stream.of(
                      Normaliser.class,
                      MessageFeatures.class,
                      Concepts.class,
                      WordPairs.class,
                      KnownFeatures.class,
                      FeatureVector.class,
                      WordVectors.class,
                      FeatureCounter.class,
                      FeatureHash.class,
                      FeatureTable.class,
                      Typos.class,
                      Spelling.class,
                      EventRows.class,
                      SparseRows.class,
                      LinearSvm.class,
                      LinearSvmTrainer.class,
                      LabelWeights.class,
                      LinearModel.class,
                      Labels.class,
                      Calibration.class,
                      Sigmoid.class,
                      Example.class,
                      IntentFiles.class,
                      KindLine.class,
                      ModelTraining.class,
                      ModelFile.class)
                  .map(type -> type.getSimpleName() + ".class"))
          .toList();

  /// Writes what shapes a model.
  @FunctionalInterface
  interface Contents {
    void writeTo(DataOutputStream out) throws IOException;
  }

  /// The model of these contents: read if it was kept, else trained and kept.
  TrainedModel get(Contents contents, Supplier<TrainedModel> training) {
    Path file = folder.resolve(prefix + key(contents) + ENDING);
    if (Files.exists(file)) {
      try {
        return ModelFile.read(file);
      } catch (IOException e) {
        LOG.warn("The cached model {} is trained again: {}", file, e.getMessage());
      }
    }
    long start = System.nanoTime();
    TrainedModel model = training.get();
    LOG.info(
        "Trained {} labels in {} ms.",
        model.weights().labels().size(),
        (System.nanoTime() - start) / 1_000_000);
    keep(model, file);
    return model;
  }

  private void keep(TrainedModel model, Path file) {
    try {
      Files.createDirectories(folder);
      ModelFile.write(model, file);
      removeOldest();
    } catch (IOException e) {
      LOG.warn("The trained model could not be kept: {}", e.toString());
    }
  }

  private void removeOldest() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> oldest =
          files
              .filter(this::isOurs)
              .sorted(Comparator.comparing(ModelCache::lastModified).reversed())
              .skip(MOST_FILES)
              .toList();
      for (Path file : oldest) {
        Files.deleteIfExists(file);
      }
    }
  }

  private boolean isOurs(Path file) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    return name.startsWith(prefix)
        && name.endsWith(ENDING)
        && name.indexOf(DASH, prefix.length()) < 0;
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      // Another process has just removed it.
      return FileTime.from(Instant.EPOCH);
    }
  }

  private static String key(Contents contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
        for (String name : SHAPING_FILES) {
          out.write(bytes(name));
        }
        contents.writeTo(out);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Writes files so that no two lists of them look alike.
  static void write(List<byte[]> files, DataOutputStream out) throws IOException {
    for (byte[] bytes : files) {
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ModelCache.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    }
  }
}
