package org.carersignpost.console.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// How the description of the API shows errors, as [Problems] has them.
final class ApiProblems {
  private static final String SCHEMA = "Problem";
  private static final List<Problem> ALL =
      List.of(
          new Problem(
              400,
              "Something in the request is wrong.",
              "state is one of bot, waiting, staff and closed.",
              Map.of()),
          new Problem(
              401,
              "Nobody is logged in, or the token is not one.",
              "Log in, or send the API token as a bearer token.",
              Map.of()),
          new Problem(
              403,
              "The role does not reach so far, or a session came without its form token.",
              "This is not open to you.",
              Map.of()),
          new Problem(
              404,
              "There is no such thing, or none that may be seen.",
              "There is no conversation of that id.",
              Map.of()),
          new Problem(
              409,
              "It cannot be done as things stand.",
              "Robin has this conversation.",
              Map.of("why", "taken", "owner", "robin@example.org")),
          new Problem(
              422,
              "The number was withheld, so no text can be sent.",
              "The number was withheld, so no text can be sent.",
              Map.of("why", "no_number")),
          new Problem(
              503,
              "The store is away; try again in a moment.",
              "The store is away. Carers are still answered; try again in a moment.",
              Map.of()));

  private ApiProblems() {}

  private record Problem(int status, String when, String detail, Map<String, String> more) {
    private String name() {
      return HttpStatus.valueOf(status).getReasonPhrase().replace(" ", "");
    }

    private Map<String, Object> example() {
      Map<String, Object> example = new LinkedHashMap<>();
      example.put("title", HttpStatus.valueOf(status).getReasonPhrase());
      example.put("status", status);
      example.put("detail", detail);
      example.putAll(more);
      return example;
    }
  }

  /// Adds what [#reference] refers to.
  static void add(Components components) {
    components.addSchemas(
        SCHEMA,
        object()
            .description("An error, as RFC 9457 has it.")
            .addProperty("type", text("Names the kind of problem; `about:blank` or absent."))
            .addProperty("title", text("The status in words."))
            .addProperty("status", typed("integer").description("The status again."))
            .addProperty("detail", text("What is wrong, in words."))
            .addProperty("instance", text("The path that was asked for."))
            .addProperty(
                "why",
                text(
                    "Why a wish was not fulfilled: taken, not_claimed, unseen or no_number; only where it is about a conversation's owner, its newest line or its number."))
            .addProperty("owner", text("The account name of whoever has the conversation.")));
    for (Problem problem : ALL) {
      components.addResponses(
          problem.name(),
          new ApiResponse()
              .description(problem.when())
              .content(
                  new Content()
                      .addMediaType(
                          org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                          new MediaType()
                              .schema(new Schema<>().$ref(SCHEMA))
                              .example(problem.example()))));
    }
  }

  /// One of the errors.
  static ApiResponse reference(int status) {
    Optional<Problem> known = ALL.stream().filter(each -> each.status() == status).findFirst();
    return new ApiResponse().$ref("#/components/responses/" + known.orElseThrow().name());
  }

  private static Schema<?> object() {
    return typed("object");
  }

  private static Schema<?> text(String description) {
    return typed("string").description(description);
  }

  static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.setType(type);
    schema.addType(type);
    return schema;
  }
}
