package org.carersignpost.conversation.redis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.carersignpost.privacy.PrivateFile;

/// Remembers on disk which Redis was started on a folder, so that the next service can tell whether
/// one was left behind.
final class InstanceFile {
  private final Path file;

  private InstanceFile(Path file) {
    this.file = file;
  }

  static InstanceFile in(Path folder) {
    return new InstanceFile(folder.resolve("instance.properties"));
  }

  /// One start of a Redis.
  ///
  /// @param port where it listens on the loopback address
  /// @param password what it asks for
  /// @param program the full path of the program
  /// @param servicePid the process of the service that started it
  /// @param process what was started; empty from just before the start until just after
  record Instance(
      int port,
      String password,
      String program,
      long servicePid,
      Optional<StartedProcess> process) {

    static Instance about(int port, String password, Path program) {
      return new Instance(
          port, password, program.toString(), ProcessHandle.current().pid(), Optional.empty());
    }

    Instance as(ProcessHandle handle) {
      Instant started = handle.info().startInstant().orElse(Instant.EPOCH);
      return new Instance(
          port,
          password,
          program,
          servicePid,
          Optional.of(new StartedProcess(handle.pid(), started)));
    }

    // The password must not reach a log.
    @Override
    public String toString() {
      return "Instance[port=" + port + ", process=" + process + "]";
    }
  }

  /// A process, told from a later one with the same number by when it started.
  record StartedProcess(long pid, Instant startedAt) {}

  /// Writes it down; both files that know the password are for this account only.
  void write(Instance instance) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("port", String.valueOf(instance.port()));
    properties.setProperty("password", instance.password());
    properties.setProperty("program", instance.program());
    properties.setProperty("service", String.valueOf(instance.servicePid()));
    instance
        .process()
        .ifPresent(process -> {
          properties.setProperty("pid", String.valueOf(process.pid()));
          properties.setProperty("started", process.startedAt().toString());
        });
    StringWriter text = new StringWriter();
    properties.store(text, "The Redis that Carer Signpost started. Leave this file alone.");
    PrivateFile.write(file, text.toString());
  }

  /// What was written last; empty if nothing was, or it cannot be understood.
  Optional<Instance> read() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
      return Optional.of(parse(properties));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static Instance parse(Properties properties) {
    Optional<StartedProcess> process =
        Optional.ofNullable(properties.getProperty("pid"))
            .map(pid -> new StartedProcess(Long.parseLong(pid), started(properties)));
    return new Instance(
        Integer.parseInt(properties.getProperty("port", "")),
        properties.getProperty("password", ""),
        properties.getProperty("program", ""),
        Long.parseLong(properties.getProperty("service", "0")),
        process);
  }

  private static Instant started(Properties properties) {
    return Instant.parse(properties.getProperty("started", Instant.EPOCH.toString()));
  }
}
