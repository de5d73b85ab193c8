package org.carersignpost.dialogue;

import java.util.Locale;

/// What is wanted: help with a topic, or something about the conversation itself.
public sealed interface Intent {

  /// The name of the intent and of its file of training utterances.
  String id();

  /// The carer needs something about this topic.
  ///
  /// @param topic an id of the taxonomy, such as `breaks-respite`
  record Find(String topic) implements Intent {
    private static final String PREFIX = "find_";

    @Override
    public String id() {
      return PREFIX + topic.replace('-', '_');
    }
  }

  /// Something about the conversation itself.
  enum Talk implements Intent {
    GREET,
    THANK,
    SAY_GOODBYE,
    AFFIRM,
    DENY,
    ASK_FOR_MORE,
    ASK_TO_REPEAT,
    /// Whether what was offered is right, and when it was checked.
    ASK_IF_CHECKED,
    ASK_WHO_WE_ARE,
    ASK_IF_ROBOT,
    ASK_COST,
    ASK_PRIVACY,
    ASK_FOR_PERSON,
    STOP_MESSAGES,
    START_MESSAGES,
    ASK_FOR_HELP,
    COMPLAIN_ABOUT_US,
    /// A choice by number: the details of the first or second signpost.
    CHOOSE,
    /// A place and nothing else.
    GIVE_PLACE,
    OUT_OF_SCOPE,
    UNCLEAR;

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The intent of that name.
  ///
  /// @throws IllegalArgumentException if it is neither `find_` and a topic nor one of [Talk]
  static Intent of(String id) {
    return id.startsWith(Find.PREFIX)
        ? new Find(id.substring(Find.PREFIX.length()).replace('_', '-'))
        : Talk.valueOf(id.toUpperCase(Locale.ROOT));
  }
}
