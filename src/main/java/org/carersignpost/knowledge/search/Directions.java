package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where texts point and who they belong to. Says how near an utterance points to the nearest text
/// of an owner: the cosine of the angle between them.
final class Directions {
  private static final float FULL = 127f;

  private final Meaning meaning;
  private final byte[] values;
  private final int dimensions;

  /// The first text of each owner, and at last how many texts there are.
  private final int[] firsts;

  private Directions(Meaning meaning, byte[] values, int dimensions, int[] firsts) {
    this.meaning = meaning;
    this.values = values;
    this.dimensions = dimensions;
    this.firsts = firsts;
  }

  /// Gathers the texts, owner by owner.
  static final class Builder {
    private final Meaning meaning;
    private final List<Integer> firsts = new ArrayList<>();
    private byte[] values = new byte[0];
    private int dimensions;
    private int texts;

    Builder(Meaning meaning) {
      this.meaning = meaning;
    }

    /// The next owner's texts.
    void add(List<String> ofOwner) {
      firsts.add(texts);
      for (String text : ofOwner) {
        float[] direction = meaning.directionOf(text);
        if (direction.length > 0) {
          add(direction);
        }
      }
    }

    private void add(float[] direction) {
      dimensions = direction.length;
      int at = texts * dimensions;
      if (at + dimensions > values.length) {
        values = Arrays.copyOf(values, Math.max(values.length * 2, dimensions * 1_024));
      }
      for (int i = 0; i < dimensions; i++) {
        values[at + i] = (byte) Math.round(direction[i] * FULL);
      }
      texts++;
    }

    Directions build() {
      firsts.add(texts);
      return new Directions(
          meaning,
          Arrays.copyOf(values, texts * dimensions),
          dimensions,
          firsts.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /// Where an utterance points.
  float[] of(String utterance) {
    return meaning.directionOf(utterance);
  }

  /// How near it points to the nearest text of an owner, -1 to 1; 0 when nothing is known of
  /// either.
  double nearness(float[] direction, int owner) {
    if (direction.length == 0 || firsts[owner] == firsts[owner + 1]) {
      return 0;
    }
    double nearest = -1;
    for (int text = firsts[owner]; text < firsts[owner + 1]; text++) {
      int at = text * dimensions;
      float sum = 0;
      for (int i = 0; i < dimensions; i++) {
        sum += direction[i] * values[at + i];
      }
      nearest = Math.max(nearest, sum / FULL);
    }
    return nearest;
  }
}
