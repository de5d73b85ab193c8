package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every service against the official schemas of Open Referral, read from the folder that the
/// system property `hsds.schemas` names; the schemas have another licence and are not kept here.
class ConformanceTests {
  private static final String PROPERTY = "hsds.schemas";
  private static final String PUBLISHED = "https://openreferraluk.org/specifications/3.0/schema/";
  private static final Path SERVICES = Path.of("knowledge-base/services");

  private static final String UK = "oruk-3.0-published/schema/service.json";
  private static final String UK_COMPILED = "oruk-3.0-compiled/service.json";
  private static final String INTERNATIONAL = "hsds-3.0/service_with_definitions.json";

  @BeforeAll
  static void skipWithoutSchemas() {
    boolean given = !System.getProperty(PROPERTY, "").isBlank();
    if (!given) {
      System.out.println(
          "SKIPPED: ConformanceTests, because the system property "
              + PROPERTY
              + " names no folder");
    }
    assumeTrue(given, "the system property " + PROPERTY + " names no folder with the schemas");
  }

  @ParameterizedTest
  @ValueSource(strings = {UK, UK_COMPILED, INTERNATIONAL})
  void everyServiceConforms(String schema) {
    Schema rules = schema(schema);

    List<String> faults = new ArrayList<>();
    List<Path> files = serviceFiles();
    for (Path file : files) {
      validate(rules, read(file))
          .forEach(error ->
              faults.add(
                  "%s: %s: %s"
                      .formatted(
                          file.getFileName(), error.getInstanceLocation(), error.getMessage())));
    }

    assertThat(files).isNotEmpty();
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {UK, UK_COMPILED, INTERNATIONAL})
  void schemasAreReallyApplied(String schema) {
    Schema rules = schema(schema);
    String sound = read(serviceFiles().getFirst());

    assertThat(validate(rules, sound)).isEmpty();
    assertThat(validate(rules, sound.replaceFirst("\"active\"", "\"open\""))).isNotEmpty();
    assertThat(validate(rules, sound.replaceFirst("\"id\": \"[^\"]+\"", "\"id\": \"no-uuid\"")))
        .isNotEmpty();
    assertThat(validate(rules, sound.replaceFirst("\"name\": \"[^\"]+\",", ""))).isNotEmpty();
    // Deep inside, where the published schema refers to another file.
    assertThat(
            validate(
                rules,
                sound.replaceFirst("\"organization\": \\{\\s+\"id\"", "\"organization\": {\"no\"")))
        .isNotEmpty();
  }

  private static List<Error> validate(Schema rules, String service) {
    return rules.validate(
        service,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static Schema schema(String name) {
    Path folder = Path.of(System.getProperty(PROPERTY, ""));
    Map<String, String> published = new HashMap<>();
    for (Path file : filesIn(folder.resolve("oruk-3.0-published/schema"))) {
      published.put(PUBLISHED + file.getFileName(), read(file));
    }
    String address = name.equals(UK) ? PUBLISHED + "service.json" : "https://schemas.test/" + name;
    published.put(address, read(folder.resolve(name)));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(published))
        .getSchema(SchemaLocation.of(address));
  }

  private static List<Path> serviceFiles() {
    return filesIn(SERVICES);
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
