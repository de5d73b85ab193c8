package org.carersignpost.channel.simulator;

/// The phone was put down, so nothing more can be played to it.
final class HungUp extends Exception {
  private static final long serialVersionUID = 1L;

  HungUp() {
    super("the phone was put down", null, false, false);
  }
}
