package org.carersignpost.console.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Describes the API under `/api/v1` by OpenAPI at `/v3/api-docs`.
///
/// Paths, parameters and types come from the controllers, words and examples from [ApiWords]. All
/// of it is made when somebody first asks.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {
  static final String BEARER = "token";
  static final String SESSION = "session";
  static final String FORM_TOKEN = "formToken";

  private static final String VERSION = "1";
  private static final String ABOUT =
      """
      What staff do in the console, for programs of the partners.

      Programs send a token as a bearer token. People who are logged in to the console may use their \
      session; what changes something then needs the header `X-XSRF-TOKEN` too.

      Errors are `application/problem+json` (RFC 9457). What is empty is left out of answers. Moments are \
      UTC. No phone number stands in any address.\
      """;

  @Bean
  OpenApiCustomizer describedApi(@Value("${signpost.public-url}") String publicUrl) {
    return api -> {
      begin(api, publicUrl);
      new ApiPaths(ApiWords.read()).describe(api);
    };
  }

  @Bean
  ModelConverter apiNames() {
    return new ApiNames();
  }

  private static void begin(OpenAPI api, String publicUrl) {
    api.info(
            new Info()
                .title("Carer Signpost")
                .version(VERSION)
                .description(ABOUT)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url(publicUrl).description("This service")))
        .tags(tags());
    if (api.getComponents() == null) {
      api.components(new Components());
    }
    api.getComponents()
        .addSecuritySchemes(
            BEARER,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                    "A token that an admin made under Tokens, or that of the environment."))
        .addSecuritySchemes(
            SESSION,
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name(cookie(publicUrl))
                .description("The cookie of somebody who is logged in to the console."))
        .addSecuritySchemes(
            FORM_TOKEN,
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-XSRF-TOKEN")
                .description(
                    "The hidden field `_csrf` of any form of the console, in the same login."));
    ApiProblems.add(api.getComponents());
  }

  private static String cookie(String publicUrl) {
    return publicUrl.startsWith("https:") ? "__Host-signpost-session" : "signpost-session";
  }

  private static List<Tag> tags() {
    return List.of(
        tag("Conversations", "What carers, the service and staff said, and what staff do with it."),
        tag("Calls", "Carers on the phone, and the messages they left."),
        tag("Directory", "Services and sentences to put into texts."),
        tag("Texts", "Texts that did not arrive, or may not have."),
        tag("Events", "What changes, as it changes."),
        tag("Me", "Whoever asks."),
        tag("Supervision", "How things stand, and who did what."),
        tag("People", "The accounts of people."),
        tag("Tokens", "The tokens of programs."));
  }

  private static Tag tag(String name, String description) {
    return new Tag().name(name).description(description);
  }
}
