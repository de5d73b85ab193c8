package org.carersignpost.conversation.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.core.ExecutableProvider;

class RedisBinaryTests {
  private final Path folder;

  RedisBinaryTests(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theSystemsWeNameHaveAProgramInTheLibrary() {
    String[][] machines = {
      {"Linux", "amd64"}, {"Linux", "aarch64"}, {"Mac OS X", "x86_64"}, {"Mac OS X", "aarch64"}
    };
    for (String[] machine : machines) {
      assertThat(RedisBinary.kinds(machine[0], machine[1]))
          .isNotEmpty()
          .allSatisfy(kind -> {
            String name = String.valueOf(ExecutableProvider.newProvidedVersionsMap().get(kind));
            assertThat(name).contains("6.2");
            assertThat(ExecutableProvider.class.getResource(name)).isNotNull();
          });
    }
  }

  @Test
  void aMachineWithoutAProgramIsUnknown() {
    assertThat(RedisBinary.kinds("Windows 11", "amd64")).isEmpty();
    assertThat(RedisBinary.kinds("Linux", "riscv64")).isEmpty();
  }

  @Test
  void itIsUnpackedOnceAndAgainWhenItIsNotWhole() throws IOException {
    Path program = RedisBinary.unpack(folder);
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(program, longAgo);
    assertThat(RedisBinary.unpack(folder)).isEqualTo(program);
    assertThat(Files.getLastModifiedTime(program)).isEqualTo(longAgo);

    long whole = Files.size(program);
    Files.writeString(program, "half");
    RedisBinary.unpack(folder);
    assertThat(Files.size(program)).isEqualTo(whole);
  }

  @Test
  void whereItCannotBeUnpackedTheWayOutIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("bin"), "");
    assertThatThrownBy(() -> RedisBinary.unpack(file))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("REDIS_URL");
  }
}
