package org.carersignpost.channel.simulator;

/// The webhook did not answer as it should; the message says how, in words that may be shown.
final class Undelivered extends Exception {
  private static final long serialVersionUID = 1L;

  Undelivered(String message) {
    super(message);
  }

  Undelivered(String message, Throwable cause) {
    super(message, cause);
  }
}
