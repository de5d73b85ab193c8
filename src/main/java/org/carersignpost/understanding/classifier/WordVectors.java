package org.carersignpost.understanding.classifier;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What English words mean, as points: words of like meaning lie near each other.
///
/// The points of a message's words added up say what it is about even where no training utterance
/// holds them (`pops` and `grandad`). Words that are in every message weigh next to nothing; the
/// weight is in the table. It is made by `./signpost word-vectors` and never changes at run time.
public final class WordVectors {
  static final String FILE = "word-vectors.bin";

  /// The one table there is, read when first asked for.
  private static final WordVectors STANDARD = read();

  private final int dimensions;
  private final Map<String, Integer> places;
  private final float[] scales;
  private final byte[] values;

  private WordVectors(int dimensions, Map<String, Integer> places, float[] scales, byte[] values) {
    this.dimensions = dimensions;
    this.places = places;
    this.scales = scales;
    this.values = values;
  }

  /// The one table there is.
  public static WordVectors standard() {
    return STANDARD;
  }

  private static WordVectors read() {
    try (InputStream file = WordVectors.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16));
      int dimensions = in.readInt();
      int words = in.readInt();
      Map<String, Integer> places = HashMap.newHashMap(words);
      float[] scales = new float[words];
      byte[] values = new byte[words * dimensions];
      for (int word = 0; word < words; word++) {
        places.put(in.readUTF(), word);
        scales[word] = in.readFloat();
        in.readFully(values, word * dimensions, dimensions);
      }
      return new WordVectors(dimensions, places, scales, values);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  int dimensions() {
    return dimensions;
  }

  /// Where the words point to together, with a length of 1; nowhere, an array of no length, if none
  /// of them is in the table.
  public float[] direction(List<String> words) {
    float[] sum = new float[dimensions];
    boolean any = false;
    for (String word : words) {
      Integer place = places.get(word);
      if (place != null) {
        any = true;
        float scale = scales[place];
        int start = place * dimensions;
        for (int i = 0; i < dimensions; i++) {
          sum[i] += scale * values[start + i];
        }
      }
    }
    double squares = 0;
    for (float value : sum) {
      squares += (double) value * value;
    }
    if (!any || squares == 0) {
      return new float[0];
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < dimensions; i++) {
      sum[i] /= length;
    }
    return sum;
  }
}
