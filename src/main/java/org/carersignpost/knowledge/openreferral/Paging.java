package org.carersignpost.knowledge.openreferral;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// Which page of a list a program asks for.
///
/// @param number from 1
/// @param size most records on it
record Paging(int number, int size) {
  static final int USUAL_SIZE = 50;
  static final int LARGEST_SIZE = 100;

  /// Where records are told by little more than their ids, all of them fit on a page.
  static final int LARGEST_MINIMAL_SIZE = 5_000;

  private static final int LAST_NUMBER = 100_000;

  static Paging of(Parameters parameters, boolean minimal) {
    int usual = minimal ? LARGEST_MINIMAL_SIZE : USUAL_SIZE;
    int largest = minimal ? LARGEST_MINIMAL_SIZE : LARGEST_SIZE;
    return new Paging(
        parameters.number("page", 1, LAST_NUMBER).orElse(1),
        parameters.number("per_page", 1, largest).orElse(usual));
  }

  /// The JSON of the page; one after the last is empty.
  ///
  /// @param view the JSON of a record
  <T> byte[] page(List<T> records, Function<T, byte[]> view) {
    int pages = (records.size() + size - 1) / size;
    List<byte[]> onIt = records.stream().skip((number - 1L) * size).limit(size).map(view).toList();
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    json.writeBytes(
        utf8(
            "{\"total_items\":%d,\"total_pages\":%d,\"page_number\":%d,\"size\":%d,\"first_page\":%b,\"last_page\":%b,\"empty\":%b,\"contents\":"
                .formatted(
                    records.size(),
                    pages,
                    number,
                    onIt.size(),
                    number == 1,
                    number >= pages,
                    onIt.isEmpty())));
    json.writeBytes(array(onIt));
    json.write('}');
    return json.toByteArray();
  }

  /// A list of what is JSON already.
  static byte[] array(List<byte[]> values) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    json.write('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        json.write(',');
      }
      json.writeBytes(values.get(i));
    }
    json.write(']');
    return json.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
