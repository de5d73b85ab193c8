package org.carersignpost.console.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/// Puts words and examples to what is known of the API from its controllers.
final class ApiPaths {
  private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
  private static final String SEES =
      "What may not be seen is not there. Everybody sees the conversations of the shared team and of their own organisation; those of a team that is apart only its members and their supervisors. Conversations that no team has had yet are for supervisors of the organisation that runs the shared team. Whoever answers for all organisations sees everything.";
  private static final Map<String, String> ROLES =
      Map.of(
          "staff", "For staff, supervisors and admins.",
          "supervisor", "For supervisors and admins.",
          "admin", "For admins who are logged in; no token has that role.");
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "id", "The id.",
          "conversation", "The id of a conversation.",
          "text", "The id of a text, `outgoing` in a conversation.",
          "name", "An account name.",
          "Idempotency-Key",
              "8 to 64 letters, digits and hyphens that name this one wish: the same again for the same conversation does it once.");

  private final ApiWords words;

  ApiPaths(ApiWords words) {
    this.words = words;
  }

  void describe(OpenAPI api) {
    api.getPaths().forEach((path, item) -> describe(path, item));
    words
        .fields()
        .forEach((schema, fields) ->
            Optional.ofNullable(api.getComponents().getSchemas().get(schema))
                .ifPresent(found -> describe(found, fields)));
  }

  private void describe(String path, PathItem item) {
    item.readOperationsMap()
        .forEach((method, operation) -> {
          ApiWords.Operation said = words.operations().get(method + " " + path);
          if (said != null) {
            describe(operation, method, path, said);
          }
        });
  }

  private static void describe(
      Operation operation, PathItem.HttpMethod method, String path, ApiWords.Operation said) {
    boolean isChange = method != PathItem.HttpMethod.GET;
    operation
        .operationId(operationId(method, path))
        .summary(said.summary())
        .description(description(said))
        .tags(List.of(said.tag()))
        .security(security(said, isChange));
    operation.addExtension("x-role", said.role());
    parameters(operation, said);
    if (operation.getRequestBody() != null) {
      operation
          .getRequestBody()
          .getContent()
          .values()
          .forEach(body -> body.example(said.request()));
    }
    operation.responses(responses(operation, said, path));
  }

  /// `GET /api/v1/conversations/{id}` is `getConversationsById`.
  private static String operationId(PathItem.HttpMethod method, String path) {
    StringBuilder id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
    for (String part : path.substring("/api/v1/".length()).split("[/-]")) {
      id.append(part.startsWith("{") ? "By" : "")
          .append(StringUtils.capitalize(part.replaceAll("[{}]", "")));
    }
    return id.toString();
  }

  private static String description(ApiWords.Operation said) {
    return Stream.of(
            said.description(),
            Objects.requireNonNull(ROLES.get(said.role())),
            said.sees() ? SEES : null)
        .filter(Objects::nonNull)
        .reduce((before, after) -> before + "\n\n" + after)
        .orElseThrow();
  }

  private static List<SecurityRequirement> security(ApiWords.Operation said, boolean isChange) {
    SecurityRequirement session = new SecurityRequirement().addList(ApiDescription.SESSION);
    if (isChange) {
      session.addList(ApiDescription.FORM_TOKEN);
    }
    return said.role().equals("admin")
        ? List.of(session)
        : List.of(new SecurityRequirement().addList(ApiDescription.BEARER), session);
  }

  private static void parameters(Operation operation, ApiWords.Operation said) {
    Map<String, String> own = said.parameters() == null ? Map.of() : said.parameters();
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        String name = parameter.getName();
        parameter.description(own.getOrDefault(name, PARAMETERS.get(name)));
      }
    }
    if (said.added() != null) {
      for (ApiWords.Added added : said.added()) {
        operation.addParametersItem(
            new Parameter()
                .name(added.name())
                .in(added.in())
                .description(added.description())
                .schema(ApiProblems.typed("string")));
      }
    }
  }

  private static ApiResponses responses(Operation operation, ApiWords.Operation said, String path) {
    ApiResponse success =
        new ApiResponse().description(HttpStatus.valueOf(said.success()).getReasonPhrase());
    if (said.response() != null) {
      String type = said.produces() == null ? JSON : said.produces();
      Schema<?> schema = said.produces() == null ? schema(operation) : ApiProblems.typed("string");
      success.content(
          new Content()
              .addMediaType(type, new MediaType().schema(schema).example(said.response())));
    }
    ApiResponses responses = new ApiResponses();
    responses.addApiResponse(Integer.toString(said.success()), success);
    TreeSet<Integer> problems = new TreeSet<>(List.of(401, 403, 503));
    problems.addAll(said.problems() == null ? List.of() : said.problems());
    if (said.sees() && path.contains("{")) {
      problems.add(404);
    }
    problems.forEach(status ->
        responses.addApiResponse(Integer.toString(status), ApiProblems.reference(status)));
    return responses;
  }

  private static Schema<?> schema(Operation operation) {
    return operation.getResponses().values().stream()
        .flatMap(response -> Stream.ofNullable(response.getContent()))
        .flatMap(content -> content.values().stream())
        .map(body -> (Schema<?>) body.getSchema())
        .findFirst()
        .orElseThrow();
  }

  private static void describe(Schema<?> schema, Map<String, String> fields) {
    fields.forEach((written, description) -> {
      String field = written.replace("*", "");
      Schema<?> found = schema.getProperties().get(field);
      if (found != null) {
        found.description(description);
      }
      if (!field.equals(written)) {
        schema.addRequiredItem(field);
      }
    });
  }
}
