package org.carersignpost.understanding.classifier;

import java.util.Arrays;

/// Counts the features of one message by their hashes, in the order of their first appearance.
final class FeatureCounter implements FeatureSink {
  private static final int FEW = 128;

  /// About this many features come of a word.
  private static final int OF_A_WORD = 32;

  private long[] hashes;
  private char[] kinds;
  private int[] times;
  private int size;

  /// The place of each feature plus one, found by the last bits of its hash; 0 where none is.
  private int[] slots;

  private long hash;
  private char kind;

  /// @param words how many words the message has
  FeatureCounter(int words) {
    int room = Integer.highestOneBit(Math.max(FEW, words * OF_A_WORD));
    hashes = new long[room];
    kinds = new char[room];
    times = new int[room];
    slots = new int[room * 2];
  }

  @Override
  public FeatureSink begin(char kind) {
    this.kind = kind;
    hash = FeatureHash.with(FeatureHash.with(FeatureHash.BEGIN, kind), ':');
    return this;
  }

  @Override
  public FeatureSink add(char c) {
    hash = FeatureHash.with(hash, c);
    return this;
  }

  @Override
  public FeatureSink add(String text, int from, int to) {
    hash = FeatureHash.with(hash, text, from, to);
    return this;
  }

  @Override
  public void end() {
    long whole = FeatureHash.mixed(hash);
    int slot = slotOf(whole);
    if (slots[slot] > 0) {
      times[slots[slot] - 1]++;
      return;
    }
    if (size == hashes.length) {
      grow();
      slot = slotOf(whole);
    }
    hashes[size] = whole;
    kinds[size] = kind;
    times[size] = 1;
    size++;
    slots[slot] = size;
  }

  private int slotOf(long whole) {
    int slot = (int) whole & (slots.length - 1);
    while (slots[slot] > 0 && hashes[slots[slot] - 1] != whole) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, size * 2);
    kinds = Arrays.copyOf(kinds, size * 2);
    times = Arrays.copyOf(times, size * 2);
    slots = new int[size * 4];
    for (int i = 0; i < size; i++) {
      slots[slotOf(hashes[i])] = i + 1;
    }
  }

  /// Forgets all features that have no place in a table. Nothing can be counted after that.
  ///
  /// @return the place of each feature that is left
  int[] retain(FeatureTable table) {
    int[] places = table.find(hashes, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (places[i] >= 0) {
        places[kept] = places[i];
        hashes[kept] = hashes[i];
        kinds[kept] = kinds[i];
        times[kept++] = times[i];
      }
    }
    size = kept;
    return Arrays.copyOf(places, kept);
  }

  /// How many different features there are.
  int size() {
    return size;
  }

  /// The hashes of the features.
  long[] hashes() {
    return Arrays.copyOf(hashes, size);
  }

  char kind(int feature) {
    return kinds[feature];
  }

  int times(int feature) {
    return times[feature];
  }
}
