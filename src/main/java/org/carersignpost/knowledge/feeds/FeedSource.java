package org.carersignpost.knowledge.feeds;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A feed to be read.
///
/// @param id names it here and in its file: small letters, digits and hyphens
/// @param from where it is
/// @param areas names of the areas that it covers as a whole, for records that do not say where
/// @param delay how long to wait between two requests
public record FeedSource(String id, From from, List<String> areas, Duration delay) {
  /// Polite enough for the server of any council.
  public static final Duration POLITE = Duration.ofMillis(200);

  private static final int LONGEST_ID = 40;
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  /// @throws IllegalArgumentException if the id is not one
  public FeedSource {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "A feed's id is small letters, digits and hyphens, at most 40: " + Guard.shown(id));
    }
    areas = List.copyOf(areas);
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /// Where a feed is.
  public sealed interface From {
    /// An address under which `/services` answers.
    record Web(URI base) implements From {}

    /// A file that was saved from a feed.
    record File(Path path) implements From {}
  }

  /// An id made of a host's or a file's name.
  public static String idOf(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String cut = plain.length() > LONGEST_ID ? plain.substring(0, LONGEST_ID) : plain;
    String id = cut.replaceAll("-+$", "");
    return id.isEmpty() ? "feed" : id;
  }

  /// The same feed without what people add to its address by habit.
  static URI base(URI given) {
    String text = given.toString().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    return URI.create(text.replaceFirst("/services$", ""));
  }
}
