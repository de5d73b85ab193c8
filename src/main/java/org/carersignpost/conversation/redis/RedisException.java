package org.carersignpost.conversation.redis;

/// Redis cannot be had as it is set up. The message is a whole sentence that tells an operator what
/// to do.
final class RedisException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RedisException(String sentence) {
    super(sentence);
  }

  RedisException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
