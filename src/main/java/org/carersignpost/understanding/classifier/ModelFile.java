package org.carersignpost.understanding.classifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// A trained model on disk: a header (magic number, version, checksum and length of the rest), then
/// labels, weights, calibration, words and, where the model has them, thresholds, all big-endian.
///
/// OpenNLP's own writer stores every intent for every feature, most of them 0; this format keeps
/// what is not.
final class ModelFile {
  private static final int MAGIC = 0x4353494d; // CSIM
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 4 + 4 + 8 + 4;
  private static final int MOST_BYTES = 200_000_000;
  private static final int MOST_LABELS = 1_000;

  private ModelFile() {}

  /// Writes beside the file and then moves it there, so that a reader finds all of it or none.
  static void write(TrainedModel model, Path file) throws IOException {
    byte[] body = body(model);
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(MAGIC).putInt(VERSION).putLong(checksum(body, 0)).putInt(body.length).flip();
    Path folder = file.toAbsolutePath().getParent();
    Path unfinished = Files.createTempFile(folder, "unfinished-", ".tmp");
    try {
      try (var out = Files.newOutputStream(unfinished)) {
        out.write(header.array());
        out.write(body);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /// @throws IOException if the file cannot be read, is of another version, or is broken
  static TrainedModel read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("too large for a model");
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length < HEADER_BYTES) {
      throw new IOException("too short for a model");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, 0, HEADER_BYTES);
    if (header.getInt() != MAGIC || header.getInt() != VERSION) {
      throw new IOException("not a model of version " + VERSION);
    }
    if (header.getLong() != checksum(bytes, HEADER_BYTES)
        || header.getInt() != bytes.length - HEADER_BYTES) {
      throw new IOException("broken");
    }
    try (DataInputStream in =
        new DataInputStream(
            new ByteArrayInputStream(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES))) {
      return model(in);
    }
  }

  private static long checksum(byte[] bytes, int from) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, bytes.length - from);
    return checksum.getValue();
  }

  private static byte[] body(TrainedModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    LinearModel weights = model.weights();
    Calibration calibration = model.calibration();
    out.writeInt(weights.labels().size());
    for (int i = 0; i < weights.labels().size(); i++) {
      out.writeUTF(weights.labels().get(i));
      out.writeDouble(calibration.slopes()[i]);
      out.writeDouble(calibration.offsets()[i]);
    }
    out.writeDouble(calibration.temperature());
    long[] hashes = weights.features().hashes();
    out.writeInt(hashes.length);
    for (int i = 0; i < hashes.length; i++) {
      out.writeLong(hashes[i]);
      out.writeInt(weights.starts()[i + 1]);
    }
    for (int i = 0; i < weights.entryLabels().length; i++) {
      out.writeShort(weights.entryLabels()[i]);
      out.writeFloat(weights.entryWeights()[i]);
    }
    out.writeInt(model.words().size());
    for (var word : model.words().entrySet()) {
      out.writeUTF(word.getKey());
      out.writeInt(word.getValue());
    }
    for (double threshold : model.thresholds()) {
      out.writeDouble(threshold);
    }
    return bytes.toByteArray();
  }

  private static TrainedModel model(DataInputStream in) throws IOException {
    int size = size(in, MOST_LABELS);
    List<String> labels = new ArrayList<>();
    double[] slopes = new double[size];
    double[] offsets = new double[size];
    for (int i = 0; i < size; i++) {
      labels.add(in.readUTF());
      slopes[i] = in.readDouble();
      offsets[i] = in.readDouble();
    }
    Calibration calibration = new Calibration(slopes, offsets, in.readDouble());
    LinearModel weights = weights(in, labels);
    SortedMap<String, Integer> words = new TreeMap<>();
    int wordCount = size(in, MOST_BYTES);
    for (int i = 0; i < wordCount; i++) {
      words.put(in.readUTF(), in.readInt());
    }
    double[] thresholds = new double[in.available() == 0 ? 0 : size];
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = in.readDouble();
    }
    if (in.available() > 0) {
      throw new IOException("more than a model");
    }
    return new TrainedModel(weights, calibration, words, thresholds);
  }

  private static LinearModel weights(DataInputStream in, List<String> labels) throws IOException {
    int features = size(in, in.available() / (Long.BYTES + Integer.BYTES));
    long[] hashes = new long[features];
    int[] starts = new int[features + 1];
    for (int i = 0; i < features; i++) {
      hashes[i] = in.readLong();
      starts[i + 1] = in.readInt();
      if (starts[i + 1] < starts[i] || (i > 0 && hashes[i] <= hashes[i - 1])) {
        throw new IOException("features out of order");
      }
    }
    int entries = starts[features];
    if (entries > in.available() / (Short.BYTES + Float.BYTES)) {
      throw new IOException("too few weights");
    }
    short[] entryLabels = new short[entries];
    float[] entryWeights = new float[entries];
    for (int i = 0; i < entries; i++) {
      entryLabels[i] = in.readShort();
      entryWeights[i] = in.readFloat();
      if (entryLabels[i] < 0 || entryLabels[i] >= labels.size()) {
        throw new IOException("weight of no intent");
      }
    }
    return new LinearModel(labels, new FeatureTable(hashes), starts, entryLabels, entryWeights);
  }

  private static int size(DataInputStream in, int most) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > most) {
      throw new IOException("impossible size");
    }
    return size;
  }
}
