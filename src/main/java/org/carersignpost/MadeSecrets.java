package org.carersignpost;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carersignpost.privacy.PrivateFile;

/// The secrets that demonstration mode makes for itself, each once, and keeps in the data folder.
///
/// They stay the same from start to start: without the same secret key what was sealed before could
/// not be opened. Two services that start at once on one folder get the same ones.
final class MadeSecrets {
  static final String FILE = "secrets.properties";

  // Without letters and digits that look alike, because people type it.
  private static final String TYPEABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  /// @param folder the data folder; made if missing, for this account only
  MadeSecrets(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// What demonstration mode can do without being given.
  enum Secret {
    SIGNPOST_SECRET_KEY,
    TWILIO_AUTH_TOKEN,
    SIGNPOST_ADMIN_PASSWORD,
    SIGNPOST_API_TOKEN;

    private String make() {
      return switch (this) {
        case SIGNPOST_SECRET_KEY, SIGNPOST_API_TOKEN ->
            Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
        case TWILIO_AUTH_TOKEN -> HexFormat.of().formatHex(random(16));
        case SIGNPOST_ADMIN_PASSWORD -> password();
      };
    }
  }

  /// Where they are kept.
  Path file() {
    return folder.resolve(FILE);
  }

  /// All of them, those made before and those made now.
  ///
  /// @throws StartRefusedException if the data folder cannot be written
  Map<Secret, String> all() {
    IN_THIS_PROCESS.lock();
    try {
      PrivateFile.folder(folder);
      // Closing the file lets go of the lock.
      try (FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        channel.lock();
        return completed();
      }
    } catch (IOException e) {
      throw new StartRefusedException(
          "The data folder %s cannot be used (%s). Name another in DATA_DIR."
              .formatted(folder, e.getMessage()),
          e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  private Map<Secret, String> completed() throws IOException {
    Properties kept = read();
    Map<Secret, String> all = new LinkedHashMap<>();
    boolean made = false;
    for (Secret secret : Secret.values()) {
      String value = kept.getProperty(secret.name(), "");
      if (value.isBlank()) {
        value = secret.make();
        kept.setProperty(secret.name(), value);
        made = true;
      }
      all.put(secret, value);
    }
    if (made) {
      write(kept);
    }
    return all;
  }

  private Properties read() throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file())) {
      try (Reader reader = Files.newBufferedReader(file(), StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IllegalArgumentException e) {
        throw new IOException(FILE + " is damaged", e);
      }
    }
    return properties;
  }

  private void write(Properties properties) throws IOException {
    StringWriter text = new StringWriter();
    properties.store(
        text,
        "Made by Carer Signpost for demonstration mode. Keep it: what was stored can be read with it only.");
    PrivateFile.write(file(), text.toString());
  }

  private static byte[] random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return value;
  }

  private static String password() {
    return IntStream.range(0, 4).mapToObj(group -> word()).collect(Collectors.joining("-"));
  }

  private static String word() {
    return RANDOM
        .ints(5, 0, TYPEABLE.length())
        .mapToObj(TYPEABLE::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
