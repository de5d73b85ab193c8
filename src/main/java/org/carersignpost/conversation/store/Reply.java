package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list that a script returned, read by place, from 0.
///
/// @param parts bulk strings as bytes, integers as `Long`, lists as lists, nothing as null
record Reply(List<? extends @Nullable Object> parts) {

  /// @throws IllegalStateException if the script put something else there
  Optional<byte[]> bytes(int place) {
    return switch (at(place)) {
      case null -> Optional.empty();
      case byte[] bytes -> Optional.of(bytes);
      default -> throw unexpected(place);
    };
  }

  Optional<String> text(int place) {
    return bytes(place).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  long number(int place) {
    return switch (at(place)) {
      case null -> 0;
      case Long number -> number;
      case byte[] bytes -> Long.parseLong(new String(bytes, StandardCharsets.UTF_8));
      default -> throw unexpected(place);
    };
  }

  Reply list(int place) {
    return switch (at(place)) {
      case null -> new Reply(List.of());
      case List<?> list -> new Reply(new ArrayList<>(list));
      default -> throw unexpected(place);
    };
  }

  int size() {
    return parts.size();
  }

  private @Nullable Object at(int place) {
    return place < parts.size() ? parts.get(place) : null;
  }

  private static IllegalStateException unexpected(int place) {
    return new IllegalStateException("A script returned something unexpected in place " + place);
  }
}
