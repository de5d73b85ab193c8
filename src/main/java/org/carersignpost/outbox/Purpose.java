package org.carersignpost.outbox;

/// Why a text is sent; it decides what may hold it back.
public enum Purpose {
  /// An answer: a staff member's, or details that the carer asked for. It goes at any hour, and
  /// after an opt-out only if the carer has written again since.
  REPLY,
  /// Something that we start, later. It never goes at night, nor after an opt-out.
  FOLLOW_UP,
  /// To a duty phone: nothing holds it back, and it may arrive twice rather than not at all.
  ALERT
}
