package org.carersignpost.conversation.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.Bits;

/// Reads what an index holds, without its words.
final class Contents {
  private Contents() {}

  /// A conversation in the index.
  ///
  /// @param lastAt when the carer last wrote, in milliseconds
  /// @param bytes how much of its text is indexed
  record Entry(String id, long lastAt, long bytes) {}

  /// Everything, in no order.
  static List<Entry> of(IndexReader reader) throws IOException {
    List<Entry> entries = new ArrayList<>(reader.numDocs());
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      BinaryDocValues ids = DocValues.getBinary(leaf, Documents.ID);
      NumericDocValues times = DocValues.getNumeric(leaf, Documents.LAST_AT);
      NumericDocValues bytes = DocValues.getNumeric(leaf, Documents.BYTES);
      Bits live = leaf.getLiveDocs();
      for (int doc = 0; doc < leaf.maxDoc(); doc++) {
        if ((live == null || live.get(doc)) && ids.advanceExact(doc)) {
          entries.add(new Entry(ids.binaryValue().utf8ToString(), at(times, doc), at(bytes, doc)));
        }
      }
    }
    return entries;
  }

  /// How much text of all conversations is indexed.
  static long bytesOf(IndexReader reader) throws IOException {
    long sum = 0;
    for (LeafReaderContext context : reader.leaves()) {
      NumericDocValues bytes = DocValues.getNumeric(context.reader(), Documents.BYTES);
      Bits live = context.reader().getLiveDocs();
      for (int doc = 0; doc < context.reader().maxDoc(); doc++) {
        sum += live == null || live.get(doc) ? at(bytes, doc) : 0;
      }
    }
    return sum;
  }

  /// The conversation that a document is of.
  static String idOf(IndexReader reader, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    BinaryDocValues ids = DocValues.getBinary(leaf.reader(), Documents.ID);
    return ids.advanceExact(doc - leaf.docBase) ? ids.binaryValue().utf8ToString() : "";
  }

  private static long at(NumericDocValues values, int doc) throws IOException {
    return values.advanceExact(doc) ? values.longValue() : 0;
  }
}
