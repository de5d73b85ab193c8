package org.carersignpost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Gives the tests' service a data folder that goes with the build, and known secrets.
///
/// They are set before any context is made, where the properties of a context would come too late.
final class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Path BUILD = Path.of("target");

  static {
    System.setProperty("DATA_DIR", folder().toString());
    System.setProperty("SIGNPOST_API_TOKEN", "token-of-the-tests");
    System.setProperty("SIGNPOST_ADMIN_PASSWORD", "password-of-the-tests");
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    // Loading this class is all that is needed.
  }

  private static Path folder() {
    try {
      Files.createDirectories(BUILD);
      return Files.createTempDirectory(BUILD, "test-data").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
