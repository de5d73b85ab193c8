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
      System.arraycopy(bytes(direction), 0, values, at, dimensions);
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

  private static byte[] bytes(float[] direction) {
    byte[] bytes = new byte[direction.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(direction[i] * FULL);
    }
    return bytes;
  }

  /// Where an utterance points.
  byte[] of(String utterance) {
    return bytes(meaning.directionOf(utterance));
  }

  /// How near it points to the nearest text of an owner, -1 to 1; 0 when nothing is known of
  /// either.
  double nearness(byte[] direction, int owner) {
    if (direction.length == 0 || firsts[owner] == firsts[owner + 1]) {
      return 0;
    }
    int nearest = Integer.MIN_VALUE;
    for (int text = firsts[owner]; text < firsts[owner + 1]; text++) {
      nearest = Math.max(nearest, product(direction, values, text * dimensions));
    }
    return nearest / (FULL * FULL);
  }

  /// Of whole numbers, which the machine multiplies many at a time.
  private static int product(byte[] one, byte[] other, int at) {
    int sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[at + i];
    }
    return sum;
  }
}
