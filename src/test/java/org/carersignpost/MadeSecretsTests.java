package org.carersignpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carersignpost.MadeSecrets.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeSecretsTests {
  private final Path home;

  MadeSecretsTests(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void theyAreMadeOnceAndKept() {
    Map<Secret, String> first = new MadeSecrets(home).all();
    assertThat(first).containsOnlyKeys(Secret.values());
    assertThat(new MadeSecrets(home).all()).isEqualTo(first);
  }

  @Test
  void eachInstallationHasItsOwnStrongOnes() {
    Map<Secret, String> one = new MadeSecrets(home.resolve("one")).all();
    Map<Secret, String> two = new MadeSecrets(home.resolve("two")).all();
    for (Secret secret : Secret.values()) {
      assertThat(one.get(secret)).isNotEqualTo(two.get(secret));
    }
    assertThat(one.get(Secret.SIGNPOST_SECRET_KEY)).hasSizeGreaterThanOrEqualTo(32);
    assertThat(one.get(Secret.TWILIO_AUTH_TOKEN)).matches("[0-9a-f]{32}");
    assertThat(one.get(Secret.SIGNPOST_ADMIN_PASSWORD))
        .matches("([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}");
    assertThat(new HashSet<>(one.values())).hasSize(Secret.values().length);
  }

  @Test
  void onlyTheOwnerCanReadThem() throws IOException {
    Path folder = home.resolve("data");
    MadeSecrets secrets = new MadeSecrets(folder);
    secrets.all();
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(secrets.file())).isEqualTo("rw-------");
  }

  @Test
  void whatIsMissingIsAddedAndTheRestKept() throws IOException {
    Path file = home.resolve(MadeSecrets.FILE);
    Files.writeString(file, "SIGNPOST_SECRET_KEY=kept\nOTHER=words\n");
    Map<Secret, String> all = new MadeSecrets(home).all();
    assertThat(all)
        .containsOnlyKeys(Secret.values())
        .containsEntry(Secret.SIGNPOST_SECRET_KEY, "kept");
    assertThat(file).content().contains("OTHER=words", "SIGNPOST_SECRET_KEY=kept");
  }

  @Test
  void manyStartsAtOnceGetTheSame() throws InterruptedException, ExecutionException {
    List<Future<Map<Secret, String>>> starts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 20; n++) {
        starts.add(threads.submit(() -> new MadeSecrets(home).all()));
      }
    }
    Set<Map<Secret, String>> different = new HashSet<>();
    for (Future<Map<Secret, String>> start : starts) {
      different.add(start.get());
    }
    assertThat(different).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(home.resolve("data"), "");
    assertThatThrownBy(() -> new MadeSecrets(file).all())
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("DATA_DIR");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
