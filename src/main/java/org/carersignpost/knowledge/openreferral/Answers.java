package org.carersignpost.knowledge.openreferral;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/// What the feed answers: JSON that may be kept for a while, by programs and by what lies between,
/// and that need not be sent again as long as it is the same.
final class Answers {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST_WORDS = 20;
  private static final int TAG_BYTES = 16;

  private Answers() {}

  /// @param since when at the latest it came to be as it is
  static ResponseEntity<byte[]> json(byte[] json, Instant since) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .eTag(tag(json))
        .lastModified(since)
        .body(json);
  }

  /// Made of the words themselves, so that it is the same from every copy of the service and stays
  /// when something else in the knowledge base changes.
  private static String tag(byte[] json) {
    return '"' + HexFormat.of().formatHex(Arrays.copyOf(hash(json), TAG_BYTES)) + '"';
  }

  static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// One record in the view that is asked for.
  static <T> ResponseEntity<byte[]> one(
      Map<UUID, T> records,
      String id,
      Parameters parameters,
      Function<T, Item> item,
      Function<T, byte[]> view) {
    checkFormat(parameters);
    T record = records.get(Parameters.id("id", id));
    if (record == null) {
      throw new ErrorResponseException(
          HttpStatus.NOT_FOUND,
          ProblemDetail.forStatusAndDetail(
              HttpStatus.NOT_FOUND, "There is nothing of that id, or it is no longer offered."),
          null);
    }
    return json(view.apply(record), item.apply(record).since());
  }

  /// The page that is asked for of the records that have all words of `search`.
  static <T> ResponseEntity<byte[]> page(
      Collection<T> records,
      Snapshot snapshot,
      Parameters parameters,
      Function<T, Item> item,
      Function<T, byte[]> view) {
    return page(records, snapshot, parameters, item, view, Paging.of(parameters, false));
  }

  static <T> ResponseEntity<byte[]> page(
      Collection<T> records,
      Snapshot snapshot,
      Parameters parameters,
      Function<T, Item> item,
      Function<T, byte[]> view,
      Paging paging) {
    checkFormat(parameters);
    Predicate<Item> found = search(parameters);
    List<T> fitting = records.stream().filter(record -> found.test(item.apply(record))).toList();
    return json(paging.page(fitting, view), snapshot.since());
  }

  private static Predicate<Item> search(Parameters parameters) {
    return parameters
        .text("search")
        .map(SearchWords::of)
        .<Predicate<Item>>map(words -> {
          if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw new BadParameter("search", "must have 1 to " + MOST_WORDS + " words");
          }
          return item -> item.words().containsAll(words);
        })
        .orElse(item -> true);
  }

  private static void checkFormat(Parameters parameters) {
    parameters
        .text("format")
        .filter(format -> !format.equals("json"))
        .ifPresent(format -> {
          throw new BadParameter("format", "must be json");
        });
  }
}
