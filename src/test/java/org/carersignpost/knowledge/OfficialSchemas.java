package org.carersignpost.knowledge;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The official schemas of Open Referral, read from the folder that the system property
/// `hsds.schemas` names; they have another licence and are not kept here.
public final class OfficialSchemas {
  /// The UK profile as it is served.
  public static final String UK = "oruk-3.0-published/schema/";

  /// The UK profile with every reference followed.
  public static final String UK_COMPILED = "oruk-3.0-compiled/";

  public static final String INTERNATIONAL = "hsds-3.0/schema/";

  /// The international service and all that it holds, in one file.
  public static final String INTERNATIONAL_SERVICE = "hsds-3.0/service_with_definitions.json";

  private static final String PROPERTY = "hsds.schemas";
  private static final String SERVED = "https://openreferraluk.org/specifications/3.0/schema/";
  private static final String ELSEWHERE = "https://schemas.test/";

  private OfficialSchemas() {}

  /// Skips a test where the property names no folder, and says so.
  public static void orSkip(Class<?> test) {
    boolean given = !System.getProperty(PROPERTY, "").isBlank();
    if (!given) {
      System.out.println(
          "SKIPPED: %s, because the system property %s names no folder"
              .formatted(test.getSimpleName(), PROPERTY));
    }
    assumeTrue(given, "the system property " + PROPERTY + " names no folder with the schemas");
  }

  /// @param name the path of the file in the folder
  public static Schema schema(String name) {
    Path folder = Path.of(System.getProperty(PROPERTY, ""));
    Map<String, String> all = new HashMap<>();
    filesIn(folder.resolve(UK)).forEach(file -> all.put(SERVED + file.getFileName(), read(file)));
    filesIn(folder.resolve(INTERNATIONAL))
        .forEach(file -> all.put(ELSEWHERE + INTERNATIONAL + file.getFileName(), read(file)));
    String address = name.startsWith(UK) ? SERVED + name.substring(UK.length()) : ELSEWHERE + name;
    all.put(address, read(folder.resolve(name)));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(all))
        .getSchema(SchemaLocation.of(address));
  }

  /// What is wrong with a record; nothing if it conforms.
  public static List<String> faults(Schema rules, String json) {
    return rules
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /// The JSON files of a folder, by name.
  public static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
