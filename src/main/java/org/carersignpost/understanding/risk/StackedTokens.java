package org.carersignpost.understanding.risk;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Hands words to Lucene, several at one position where there are variants.
final class StackedTokens extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Iterator<Token> tokens;

  StackedTokens(List<Token> tokens) {
    this.tokens = tokens.iterator();
  }

  /// A word and how many positions it stands behind the one before.
  record Token(String term, int step) {}

  @Override
  public boolean incrementToken() {
    if (!tokens.hasNext()) {
      return false;
    }
    clearAttributes();
    Token token = tokens.next();
    term.append(token.term());
    step.setPositionIncrement(token.step());
    return true;
  }
}
