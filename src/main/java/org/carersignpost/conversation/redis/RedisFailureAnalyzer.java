package org.carersignpost.conversation.redis;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator in a sentence, not in a stack trace, why there is no Redis.
final class RedisFailureAnalyzer extends AbstractFailureAnalyzer<RedisException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RedisException cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
