package org.carersignpost.knowledge;

import org.carersignpost.knowledge.files.KnowledgeException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows an editor what is wrong with the knowledge base, file by file, without a stack trace.
final class KnowledgeFailureAnalyzer extends AbstractFailureAnalyzer<KnowledgeException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, KnowledgeException cause) {
    return new FailureAnalysis(cause.getMessage(), "Mend these fields, then start again.", cause);
  }
}
