package org.carersignpost.staff;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What can be read in the audit log. A name is kept for as long as entries that have it.
public enum AuditAction {
  LOGIN("logged in"),
  LOGIN_FAILED("could not log in"),
  LOGOUT("logged out"),
  LIST("looked at a list of conversations"),
  SEARCH("searched conversations"),
  FOUND("found and saw words of a conversation"),
  READ("read a conversation"),
  CLAIM("took a conversation"),
  RELEASE("gave a conversation back to the queue"),
  CALL("talked with a carer on the phone"),
  LISTEN("listened to a message"),
  REPLY("wrote to a carer"),
  NOTE("wrote a note"),
  TRANSFER("passed a conversation to another team"),
  HAND_BACK("gave a conversation back to the service"),
  CLOSE("closed a conversation"),
  REASSIGN("gave a conversation to a colleague"),
  CANCEL_TEXT("stopped a text before it was sent"),
  SEND_AGAIN("sent a text again"),
  EXPORT("made a copy of a carer's data"),
  ERASE("erased a conversation"),
  REVIEW("reviewed a conversation"),
  DUTY_ON("went on duty"),
  DUTY_OFF("went off duty"),
  ACCOUNT_INVITE("invited somebody"),
  ACCOUNT_ACCEPT("accepted an invitation"),
  ACCOUNT_CHANGE("changed an account"),
  ACCOUNT_DISABLE("closed an account"),
  ACCOUNT_ENABLE("opened an account again"),
  ACCOUNT_PASSWORD("changed a password"),
  ACCOUNT_SECOND_FACTOR("set up codes by app"),
  ACCOUNT_SECOND_FACTOR_RESET("removed codes by app"),
  ACCOUNT_RECOVERY_CODES("made new recovery codes"),
  ACCOUNT_RECOVERY_CODE_USED("used a recovery code"),
  ACCOUNT_ROTA("changed a rota"),
  ACCOUNT_PHONE("changed a phone for calls"),
  TOKEN_MAKE("made an API token"),
  TOKEN_REVOKE("revoked an API token"),
  AUDIT_READ("looked at the audit log");

  private static final Set<AuditAction> TO_CONVERSATIONS =
      EnumSet.of(
          FOUND,
          READ,
          CLAIM,
          CALL,
          LISTEN,
          RELEASE,
          REPLY,
          NOTE,
          TRANSFER,
          HAND_BACK,
          CLOSE,
          REASSIGN,
          CANCEL_TEXT,
          SEND_AGAIN,
          EXPORT,
          REVIEW);

  private final String plain;

  AuditAction(String plain) {
    this.plain = plain;
  }

  /// As the log has it: `account_invite`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As people read it after a name: "invited somebody".
  public String plain() {
    return plain;
  }

  /// Whether what it was done to is a conversation.
  public boolean isAboutAConversation() {
    return TO_CONVERSATIONS.contains(this);
  }
}
