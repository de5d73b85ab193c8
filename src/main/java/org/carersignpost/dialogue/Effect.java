package org.carersignpost.dialogue;

/// What must be done besides answering. It is saved in the same step as the conversation and may
/// run twice without harm.
public sealed interface Effect {

  /// A person must look at this conversation.
  ///
  /// @param priority how soon
  /// @param reason why: `asked`, `risk.suicide`, `possible.suicide`, `misunderstood`, `language.pl`
  ///   (writes in that language), `complaint`, `returned` (after staff had closed it owing an
  ///   answer), `call_back`, `voicemail`
  record Handoff(Priority priority, String reason) implements Effect {}

  /// Nothing that we start may be sent to this number any more.
  record OptOut() implements Effect {}

  /// Something that the carer asked for must be sent to them as a text.
  ///
  /// @param text at most two segments
  record SendText(String text) implements Effect {}

  /// The number may be written to again.
  record OptIn() implements Effect {}
}
