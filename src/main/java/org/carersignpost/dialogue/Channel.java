package org.carersignpost.dialogue;

/// How a message reached us.
public enum Channel {
  SMS,
  VOICE
}
