package org.carersignpost.conversation.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Makes terms of English words: lower case, without accents and apostrophes, stemmed. All words
/// are kept, because phrases need them.
final class Words {
  /// Keeps a phrase from reaching from one message into the next.
  private static final int BETWEEN_MESSAGES = 100;

  /// Carers leave apostrophes out: `can't` and `cant` are one word.
  private static final NormalizeCharMap NO_APOSTROPHES = noApostrophes();

  static final Analyzer ANALYZER = new English();

  private Words() {}

  /// A word and where it stands in its text.
  record Token(String term, int start, int end) {}

  /// The words of a text in order, at most so many.
  static List<Token> of(String text, int most) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (tokens.size() < most && stream.incrementToken()) {
        tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private static NormalizeCharMap noApostrophes() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    map.add("'", "");
    map.add("\u2019", "");
    return map.build();
  }

  private static final class English extends Analyzer {
    @Override
    protected Reader initReader(String field, Reader reader) {
      return new MappingCharFilter(NO_APOSTROPHES, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer tokenizer = new StandardTokenizer();
      TokenStream stream = new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer));
      return new TokenStreamComponents(tokenizer, new PorterStemFilter(stream));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return BETWEEN_MESSAGES;
    }
  }
}
