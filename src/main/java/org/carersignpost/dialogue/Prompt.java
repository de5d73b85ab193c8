package org.carersignpost.dialogue;

import java.util.Locale;

/// The prompts the dialogue uses; `ANSWER_CLOSE` is `answer.close` in `knowledge-base/prompts`.
///
/// The fixed replies to dangers are not among them: they are named by the kind of risk,
/// `risk.suicide`.
public enum Prompt {
  /// The first-contact notice, one segment.
  NOTICE_FIRST,
  /// One clause of kindness before an answer.
  ANSWER_KINDNESS,
  /// How to go on after two services.
  ANSWER_CLOSE,
  ANSWER_CLOSE_SHORT,
  /// How to go on after one service.
  ANSWER_CLOSE_ONE,
  /// Asks for the place after an answer.
  ANSWER_ASK_PLACE,
  /// Nothing fits: {line} is the way in.
  ANSWER_NOTHING,
  ANSWER_OUTSIDE,
  PLACE_WHICH,
  PLACE_UNKNOWN,
  PLACE_NOTED,
  MORE_NONE,
  MORE_FIRST,
  DETAILS_CHECKED,
  DETAILS_UNCHECKED,
  DETAILS_CLOSE,
  DETAILS_NONE,
  AGAIN_NOTHING,
  PERSON_OPEN,
  PERSON_CLOSED,
  PERSON_UNKNOWN_HOURS,
  PERSON_ALREADY,
  PERSON_NO_MEMORY,
  RISK_NEXT_OPEN,
  RISK_NEXT_CLOSED,
  RISK_LANDLINE,
  /// Said after an answer where there may be danger, one segment.
  RISK_POSSIBLE,
  LANDLINE_PRIVATE,
  STOP_DONE,
  START_DONE,
  GREET_HELLO,
  THANK_REPLY,
  GOODBYE_REPLY,
  WHO_WE_ARE,
  ROBOT_YES,
  COST_REPLY,
  PRIVACY_REPLY,
  HELP_REPLY,
  COMPLAINT_REPLY,
  AFFIRM_NOTHING,
  DENY_REPLY,
  SCOPE_OUT,
  UNCLEAR_FIRST,
  UNCLEAR_SECOND,
  MESSAGE_BLANK,
  MESSAGE_PICTURE,
  /// Said when a staff member lets the service answer again; they may change it.
  STAFF_HAND_BACK,
  /// To the duty phone, when nobody has taken a crisis for {minutes} minutes.
  ALARM_CRISIS;

  /// The key in the prompts' file.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
  }
}
