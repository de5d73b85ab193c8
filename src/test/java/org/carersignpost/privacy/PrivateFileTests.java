package org.carersignpost.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTests {
  private final Path home;

  PrivateFileTests(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void filesAndNewFoldersAreForTheirOwnerOnly() throws IOException {
    Path file = home.resolve("a/b/secret.txt");
    PrivateFile.write(file, "words");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(home.resolve("a"))).isEqualTo("rwx------");
    assertThat(mode(home.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(file).hasContent("words");
  }

  @Test
  void writingAgainReplacesTheWholeAndLeavesNothingBeside() throws IOException {
    Path file = home.resolve("secret.txt");
    PrivateFile.write(file, "a long first text");
    PrivateFile.write(file, "short");
    assertThat(file).hasContent("short");
    assertThat(mode(file)).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileInTheWayOfAFolderIsToldApart() throws IOException {
    Path file = Files.writeString(home.resolve("data"), "");
    assertThatIOException()
        .isThrownBy(() -> PrivateFile.folder(file))
        .withMessageContaining("file");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
