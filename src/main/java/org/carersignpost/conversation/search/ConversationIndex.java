package org.carersignpost.conversation.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.carersignpost.conversation.ConversationQuery;
import org.carersignpost.conversation.FoundConversation;
import org.carersignpost.conversation.Page;
import org.carersignpost.conversation.store.Stored;

/// The words of conversations, one document each, on the heap and nowhere else.
///
/// One thread writes and any number may ask. What was written can be found after the next
/// [#refresh].
public final class ConversationIndex implements AutoCloseable {
  /// Until so much is written it waits in a buffer of its own.
  private static final double BUFFER_MEGABYTES = 2;

  /// Merging copies segments, so that the room for two must be free: they are kept small.
  private static final double LARGEST_SEGMENT_MEGABYTES = 5;

  private static final double FLOOR_MEGABYTES = 0.5;
  private static final double MOST_DELETED_PERCENT = 20;
  private static final int MOST_MERGES_WAITING = 4;

  /// A full index makes a little more room than it must, so that it need not at every change.
  private static final int PART_TO_FREE = 100;

  private final Room room;
  private final Finder finder;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private Instant floor = Instant.MIN;
  private boolean hasErased;

  /// @param zone in which days begin
  public ConversationIndex(Room room, ZoneId zone) {
    this.room = room;
    this.finder = new Finder(zone);
    try {
      this.writer = new IndexWriter(directory, config());
      this.searchers = new SearcherManager(writer, new WithoutCache());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts a conversation in, in place of what was known of it.
  public void put(Stored stored) {
    run(() ->
        writer.updateDocument(
            new Term(Documents.ID, stored.conversation().id().value()), Documents.of(stored)));
  }

  /// Takes a conversation out, if it is in.
  void remove(String id) {
    run(() -> writer.deleteDocuments(new Term(Documents.ID, id)));
    hasErased = true;
  }

  /// Takes out whatever ended no later than this.
  void removeUntil(Instant end) {
    Query ended = Queries.until(end);
    if (with(index -> index.count(ended)) > 0) {
      run(() -> writer.deleteDocuments(ended));
      hasErased = true;
    }
  }

  /// Makes findable what was written. When there is too much the oldest drop out.
  public void refresh() {
    run(searchers::maybeRefreshBlocking);
    if (makeRoom()) {
      run(searchers::maybeRefreshBlocking);
    }
  }

  /// Forgets the words of what was removed since the last time; until then they are in memory,
  /// though nobody can find them.
  void forgetRemoved() {
    if (hasErased) {
      run(() -> writer.forceMergeDeletes(false));
      hasErased = false;
    }
  }

  /// What is older than this has dropped out or would.
  Instant floor() {
    return floor;
  }

  /// What is in it, without the words.
  List<Contents.Entry> contents() {
    return with(index -> Contents.of(index.getIndexReader()));
  }

  /// A page of what fits; see [org.carersignpost.conversation.ConversationSearch#find].
  ///
  /// @param after conversations must have gone on after this
  public Page<FoundConversation> find(
      ConversationQuery asked,
      Predicate<Optional<String>> visible,
      Instant after,
      int page,
      int size) {
    return with(index -> finder.find(index, asked, visible, after, page, size));
  }

  /// Forgets everything. Whoever asks afterwards gets Lucene's `AlreadyClosedException`.
  @Override
  public void close() {
    run(() -> {
      searchers.close();
      writer.rollback();
      directory.close();
    });
  }

  private boolean makeRoom() {
    return with(index -> {
      IndexReader reader = index.getIndexReader();
      long bytes = Contents.bytesOf(reader);
      if (reader.numDocs() <= room.conversations() && bytes <= room.bytes()) {
        return false;
      }
      List<Contents.Entry> oldestFirst = new ArrayList<>(Contents.of(reader));
      oldestFirst.sort(Comparator.comparingLong(Contents.Entry::lastAt));
      int most = room.conversations() - room.conversations() / PART_TO_FREE;
      long mostBytes = room.bytes() - room.bytes() / PART_TO_FREE;
      int count = oldestFirst.size();
      int dropped = 0;
      while (dropped < count - 1 && (count - dropped > most || bytes > mostBytes)) {
        bytes -= oldestFirst.get(dropped).bytes();
        remove(oldestFirst.get(dropped).id());
        dropped++;
      }
      floor = Instant.ofEpochMilli(oldestFirst.get(dropped).lastAt());
      return true;
    });
  }

  private static IndexWriterConfig config() {
    ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
    merges.setMaxMergesAndThreads(MOST_MERGES_WAITING, 1);
    merges.disableAutoIOThrottle();
    return new IndexWriterConfig(Words.ANALYZER)
        .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setMergeScheduler(merges)
        .setMergePolicy(
            new TieredMergePolicy()
                .setMaxMergedSegmentMB(LARGEST_SEGMENT_MEGABYTES)
                .setFloorSegmentMB(FLOOR_MEGABYTES)
                .setDeletesPctAllowed(MOST_DELETED_PERCENT)
                .setForceMergeDeletesPctAllowed(0));
  }

  private <T> T with(Asking<T> asking) {
    try {
      IndexSearcher index = searchers.acquire();
      try {
        return asking.of(index);
      } finally {
        searchers.release(index);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Asking<T> {
    T of(IndexSearcher index) throws IOException;
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  /// Lucene's cache of filters would take its share of the heap.
  private static final class WithoutCache extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      return searcher;
    }
  }
}
