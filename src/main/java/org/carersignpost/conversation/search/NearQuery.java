package org.carersignpost.conversation.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/// Finds every word of a field that is near one that is looked for.
///
/// Lucene's own query makes its automaton anew for each field and each segment, which takes most of
/// the time of a search, and finds only the nearest few words.
final class NearQuery extends MultiTermQuery {
  private final String term;
  private final CompiledAutomaton near;

  /// @param term the word that is looked for
  /// @param near all that is near it
  NearQuery(String field, String term, CompiledAutomaton near) {
    super(field, CONSTANT_SCORE_BLENDED_REWRITE);
    this.term = term;
    this.near = near;
  }

  @Override
  protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
    return near.getTermsEnum(terms);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return field + ":" + term + "~";
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof NearQuery query && near.equals(query.near);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), near);
  }
}
