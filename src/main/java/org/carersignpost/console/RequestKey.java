package org.carersignpost.console;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Names what a form asks for.
///
/// The same form with the same words has the same name, however often it is sent, so that it is
/// done once. With other words it is another wish: whoever goes back and writes something else must
/// not be told that it is done.
public final class RequestKey {
  private RequestKey() {}

  /// @param rendering the random name of the form's rendering; nothing for a wish that is new for
  ///   certain
  /// @param parts what is asked for
  public static String of(@Nullable String rendering, String... parts) {
    if (rendering == null || rendering.isBlank()) {
      return UUID.randomUUID().toString();
    }
    String all = rendering + "\n" + String.join("\n", parts);
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
