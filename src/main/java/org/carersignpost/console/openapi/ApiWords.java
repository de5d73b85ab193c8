package org.carersignpost.console.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the description of the API says in words, kept in files beside the code so that controllers
/// stay readable.
///
/// @param operations by method and path, `GET /api/v1/me`
/// @param fields descriptions of fields by schema and field; a star behind a field's name says that
///   it must be there
record ApiWords(Map<String, Operation> operations, Map<String, Map<String, String>> fields) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /// One operation.
  ///
  /// @param role who may do it at least: `staff`, `supervisor` or `admin`
  /// @param sees whether it is about conversations, so that it depends on which of them somebody
  ///   may see
  /// @param status of success; 0 for 200
  /// @param parameters their descriptions
  /// @param added parameters that the code reads by itself
  /// @param request an example of the body
  /// @param response an example of the answer; none where it has no body
  /// @param produces what the answer is, if not JSON
  /// @param problems statuses of errors besides those that every operation has
  record Operation(
      String summary,
      @Nullable String description,
      String tag,
      String role,
      boolean sees,
      int status,
      @Nullable Map<String, String> parameters,
      @Nullable List<Added> added,
      @Nullable Object request,
      @Nullable Object response,
      @Nullable String produces,
      @Nullable List<Integer> problems) {
    int success() {
      return status == 0 ? 200 : status;
    }
  }

  /// A parameter that no signature shows.
  ///
  /// @param in `header` or `query`
  record Added(String name, String in, String description) {}

  /// Reads the files.
  ///
  /// @throws tools.jackson.core.JacksonException if something in them has no place
  static ApiWords read() {
    Map<String, Operation> operations = new TreeMap<>();
    file("conversations", "desk", "accounts")
        .forEach((name, words) -> operations.put(name, JSON.convertValue(words, Operation.class)));
    return JSON.convertValue(
        Map.of("operations", operations, "fields", file("schemas")), ApiWords.class);
  }

  private static Map<String, Object> file(String... names) {
    YamlMapFactoryBean files = new YamlMapFactoryBean();
    ClassPathResource[] resources = new ClassPathResource[names.length];
    for (int i = 0; i < names.length; i++) {
      resources[i] = new ClassPathResource(names[i] + ".yaml", ApiWords.class);
    }
    files.setResources(resources);
    Map<String, Object> read = files.getObject();
    return read == null ? Map.of() : read;
  }
}
