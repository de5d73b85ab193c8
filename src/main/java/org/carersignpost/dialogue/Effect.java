package org.carersignpost.dialogue;

/// What must be done besides answering. It is saved in the same step as the conversation and may
/// run twice without harm.
public sealed interface Effect {

  /// A person must look at this conversation.
  ///
  /// @param priority how soon
  /// @param reason why: `asked`, `risk.suicide`, `possible.suicide`, `misunderstood`, `language`,
  ///   `complaint`, `returned` (after staff had closed it owing an answer)
  record Handoff(Priority priority, String reason) implements Effect {}

  /// Nothing that we start may be sent to this number any more.
  record OptOut() implements Effect {}

  /// The number may be written to again.
  record OptIn() implements Effect {}
}
