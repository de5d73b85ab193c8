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
  /// {place} is outside, and nobody knows which council to ask.
  ANSWER_OUTSIDE,
  /// {place} is outside: {council} is to be asked there.
  ANSWER_OUTSIDE_COUNCIL,
  /// Asks which of the places called {place} is meant: {choices}.
  PLACE_WHICH,
  /// Asks in which of two places the person cared for lives: {choices}.
  PLACE_WHOSE,
  /// The carer is at {place}, outside: {council} is to be asked unless the person is elsewhere.
  PLACE_THEIRS,
  /// The question which or whose place was not answered: {place} it is.
  PLACE_UNSETTLED,
  PLACE_UNKNOWN,
  PLACE_NOTED,
  /// Noted a place outside: {council} is to be asked there.
  PLACE_NOTED_OUTSIDE,
  MORE_NONE,
  MORE_FIRST,
  DETAILS_CHECKED,
  DETAILS_UNCHECKED,
  DETAILS_CLOSE,
  DETAILS_NONE,
  AGAIN_NOTHING,
  /// Of when the facts about {name} are: {date}, within the last year.
  CHECKED_DATE,
  /// The same where {date} is longer ago.
  CHECKED_OLD,
  /// Of when the facts about {name} are nobody knows, or they are doubtful.
  CHECKED_UNKNOWN,
  CHECKED_CLOSE,
  CHECKED_NOTHING,
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
  /// Asks which of two topics is meant: {first}, {second}.
  UNCLEAR_WHICH,
  UNCLEAR_SECOND,
  MESSAGE_BLANK,
  MESSAGE_PICTURE,
  /// Said when a staff member lets the service answer again; they may change it.
  STAFF_HAND_BACK,
  SPOKEN_OPEN_ALWAYS,
  SPOKEN_OPEN,
  SPOKEN_CLOSED,
  SPOKEN_CLOSED_TODAY,
  SPOKEN_HOURS,
  SPOKEN_NUMBER,
  SPOKEN_NUMBER_AGAIN,
  SPOKEN_TEXT_NUMBER,
  SPOKEN_FREE,
  SPOKEN_CHARGED,
  SPOKEN_NO_NUMBER,
  SPOKEN_NO_ADDRESS,
  SPOKEN_UNCHECKED,
  CALL_GREETING,
  CALL_WITH_STAFF,
  CALL_ASK_NEED,
  CALL_ASK_MORE,
  CALL_ASK_SERVICE,
  CALL_OFFER_TEXT,
  CALL_ASK_PLACE,
  CALL_OFFER_PERSON,
  CALL_ASK_POSTCODE,
  CALL_POSTCODE_UNKNOWN,
  CALL_ASK_PRESS,
  CALL_ASK_LIST,
  CALL_CONFIRM_PLACE,
  CALL_CONFIRM_NEED,
  CALL_YES_OR_NO,
  CALL_MISHEARD,
  CALL_TEXT_CONSENT,
  CALL_TEXT_SENT,
  CALL_TEXT_DECLINED,
  CALL_TEXT_IMPOSSIBLE,
  CALL_TEXT_NOTHING,
  CALL_NO_KEY,
  CALL_SILENCE,
  CALL_TROUBLE,
  CALL_MORE_TIME,
  CALL_RELAY,
  CALL_HOLD,
  CALL_HOLD_DANGER,
  CALL_UNREACHED_OPEN,
  CALL_UNREACHED_CLOSED,
  CALL_UNREACHED_UNKNOWN,
  CALL_ASK_UNREACHED,
  CALL_ASK_UNREACHED_WITHHELD,
  CALL_DANGER_LAST,
  CALL_ASK_WHEN,
  CALL_WHEN_ANY,
  CALL_WHEN_MORNING,
  CALL_WHEN_AFTERNOON,
  CALL_BACK_DONE,
  CALL_BACK_DONE_LATER,
  CALL_TEXT_INSTEAD,
  CALL_MESSAGE,
  CALL_MESSAGE_DONE,
  CALL_MESSAGE_NONE,
  CALL_TALKED,
  CALL_ALL_RIGHT,
  CALL_GOODBYE,
  CALL_TOO_LONG,
  CALL_STAY_SAFE,
  CALL_WAIT_NEXT,
  CALL_WAIT_PLACE,
  CALL_WAIT_DANGER,
  CALL_WAIT_BACK_OR_TEXT,
  CALL_WAIT_BACK,
  CALL_WHISPER,
  CALL_WHISPER_DANGER,
  CALL_WHISPER_OUT,
  CALL_TAKEN,
  CALL_GONE,
  CALL_NOT_REACHED,
  /// To the duty phone, when nobody has taken a crisis for {minutes} minutes.
  ALARM_CRISIS;

  /// The key in the prompts' file.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
  }
}
