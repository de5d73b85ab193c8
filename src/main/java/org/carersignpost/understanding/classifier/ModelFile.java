package org.carersignpost.understanding.classifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// A trained model on disk: a header (magic number, version, checksum and length of the rest), then
/// labels, weights, calibration, words and, where the model has them, rarities, all big-endian.
///
/// OpenNLP's own writer stores every intent for every feature, most of them 0; this format keeps
/// what is not. Numbers of one sort stand together, so that they are read in one go.
final class ModelFile {
  private static final int MAGIC = 0x4353494d; // CSIM
  private static final int VERSION = 3;
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
    try {
      return model(ByteBuffer.wrap(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES));
    } catch (BufferUnderflowException e) {
      throw new IOException("shorter than it says", e);
    } catch (IllegalArgumentException e) {
      throw new IOException("does not fit together", e);
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
      writeText(weights.labels().get(i), out);
      out.writeDouble(calibration.slopes()[i]);
      out.writeDouble(calibration.offsets()[i]);
    }
    out.writeDouble(calibration.temperature());
    long[] hashes = weights.features().hashes();
    out.writeInt(hashes.length);
    for (long hash : hashes) {
      out.writeLong(hash);
    }
    for (int start : weights.starts()) {
      out.writeInt(start);
    }
    for (short label : weights.entryLabels()) {
      out.writeShort(label);
    }
    for (float weight : weights.entryWeights()) {
      out.writeFloat(weight);
    }
    out.writeInt(model.words().size());
    for (var word : model.words().entrySet()) {
      writeText(word.getKey(), out);
      out.writeInt(word.getValue());
    }
    out.writeInt(model.rarities().length);
    for (float rarity : model.rarities()) {
      out.writeFloat(rarity);
    }
    return bytes.toByteArray();
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static TrainedModel model(ByteBuffer in) throws IOException {
    int size = size(in, MOST_LABELS);
    List<String> labels = new ArrayList<>();
    double[] slopes = new double[size];
    double[] offsets = new double[size];
    for (int i = 0; i < size; i++) {
      labels.add(text(in));
      slopes[i] = in.getDouble();
      offsets[i] = in.getDouble();
    }
    Calibration calibration = new Calibration(slopes, offsets, in.getDouble());
    LinearModel weights = weights(in, labels);
    SortedMap<String, Integer> words = new TreeMap<>();
    int wordCount = size(in, in.remaining());
    for (int i = 0; i < wordCount; i++) {
      words.put(text(in), in.getInt());
    }
    float[] rarities = new float[size(in, in.remaining() / Float.BYTES)];
    in.asFloatBuffer().get(rarities);
    skip(in, rarities.length * Float.BYTES);
    if (in.hasRemaining()) {
      throw new IOException("more than a model");
    }
    return new TrainedModel(weights, calibration, words, rarities);
  }

  private static LinearModel weights(ByteBuffer in, List<String> labels) throws IOException {
    int features = size(in, in.remaining() / (Long.BYTES + Integer.BYTES));
    long[] hashes = new long[features];
    int[] starts = new int[features + 1];
    in.asLongBuffer().get(hashes);
    skip(in, features * Long.BYTES);
    in.asIntBuffer().get(starts);
    skip(in, starts.length * Integer.BYTES);
    for (int i = 0; i < features; i++) {
      if (starts[i + 1] < starts[i] || (i > 0 && hashes[i] <= hashes[i - 1])) {
        throw new IOException("features out of order");
      }
    }
    int entries = starts[features];
    if (starts[0] != 0 || entries > in.remaining() / (Short.BYTES + Float.BYTES)) {
      throw new IOException("too few weights");
    }
    short[] entryLabels = new short[entries];
    float[] entryWeights = new float[entries];
    in.asShortBuffer().get(entryLabels);
    skip(in, entries * Short.BYTES);
    in.asFloatBuffer().get(entryWeights);
    skip(in, entries * Float.BYTES);
    for (short label : entryLabels) {
      if (label < 0 || label >= labels.size()) {
        throw new IOException("weight of no intent");
      }
    }
    return new LinearModel(labels, new FeatureTable(hashes), starts, entryLabels, entryWeights);
  }

  private static void skip(ByteBuffer in, int bytes) {
    in.position(in.position() + bytes);
  }

  private static String text(ByteBuffer in) throws IOException {
    byte[] bytes = new byte[size(in, in.remaining())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int size(ByteBuffer in, int most) throws IOException {
    int size = in.getInt();
    if (size < 0 || size > most) {
      throw new IOException("impossible size");
    }
    return size;
  }
}
