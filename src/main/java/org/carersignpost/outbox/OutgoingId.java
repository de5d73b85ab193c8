package org.carersignpost.outbox;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.carersignpost.privacy.Shard;

/// Names one outgoing text. Nobody can guess it, and it says in which shard the text lies but not
/// whose it is, so that it may stand in an address.
///
/// @param value two digits for the shard, then 24 letters and digits
public record OutgoingId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{2}[a-z0-9]{24}");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// @throws IllegalArgumentException if it cannot be one
  public OutgoingId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("Not the id of an outgoing text");
    }
  }

  /// Whether a text from outside has the form of one.
  public static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }

  /// A new one for a text in this conversation.
  public static OutgoingId make(String conversation) {
    StringBuilder id = new StringBuilder(Shard.of(conversation).tag().substring(2, 4));
    RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(LETTERS::charAt).forEach(id::append);
    return new OutgoingId(id.toString());
  }

  /// Where the text lies.
  public Shard shard() {
    return new Shard("{s" + value.substring(0, 2) + "}");
  }

  @Override
  public String toString() {
    return value;
  }
}
