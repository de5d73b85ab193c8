package org.carersignpost.staff;

import java.util.function.Consumer;

/// Tells whose logins have ended, because they were disabled, changed their password or got another
/// role: what runs on for them, such as a live stream, must end at once.
///
/// Every copy of the service tells its own listeners, within seconds of the change.
public interface AccountChanges {
  /// From now on, tells the names of accounts whose logins ended. A listener must be quick and must
  /// not throw.
  void listen(Consumer<String> listener);
}
