package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carersignpost.knowledge.OfficialSchemas.faults;
import static org.carersignpost.knowledge.OfficialSchemas.filesIn;
import static org.carersignpost.knowledge.OfficialSchemas.read;

import com.networknt.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carersignpost.knowledge.OfficialSchemas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every service's file against the official schemas of Open Referral.
class ConformanceTests {
  private static final Path SERVICES = Path.of("knowledge-base/services");

  private static final String UK = OfficialSchemas.UK + "service.json";
  private static final String UK_COMPILED = OfficialSchemas.UK_COMPILED + "service.json";
  private static final String INTERNATIONAL = OfficialSchemas.INTERNATIONAL_SERVICE;

  @BeforeAll
  static void skipWithoutSchemas() {
    OfficialSchemas.orSkip(ConformanceTests.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {UK, UK_COMPILED, INTERNATIONAL})
  void everyServiceConforms(String schema) {
    Schema rules = OfficialSchemas.schema(schema);

    List<String> faults = new ArrayList<>();
    List<Path> files = filesIn(SERVICES);
    for (Path file : files) {
      faults(rules, read(file)).forEach(fault -> faults.add(file.getFileName() + ": " + fault));
    }

    assertThat(files).isNotEmpty();
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {UK, UK_COMPILED, INTERNATIONAL})
  void schemasAreReallyApplied(String schema) {
    Schema rules = OfficialSchemas.schema(schema);
    String sound = read(filesIn(SERVICES).getFirst());

    assertThat(faults(rules, sound)).isEmpty();
    assertThat(faults(rules, sound.replaceFirst("\"active\"", "\"open\""))).isNotEmpty();
    assertThat(faults(rules, sound.replaceFirst("\"id\": \"[^\"]+\"", "\"id\": \"no-uuid\"")))
        .isNotEmpty();
    assertThat(faults(rules, sound.replaceFirst("\"name\": \"[^\"]+\",", ""))).isNotEmpty();
    // Deep inside, where the published schema refers to another file.
    assertThat(
            faults(
                rules,
                sound.replaceFirst("\"organization\": \\{\\s+\"id\"", "\"organization\": {\"no\"")))
        .isNotEmpty();
  }
}
