package org.carersignpost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carersignpost.knowledge.CheckKnowledge;
import org.carersignpost.knowledge.Feeds;
import org.carersignpost.understanding.Understanding;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.FileSystemUtils;

/// Starts the service; with the argument `chat` a conversation in the terminal, with `explain` and
/// some words it says how they are understood, with `check-knowledge` what is wrong or doubtful in
/// the knowledge base, and with `import` it reads another directory.
///
/// It is run from the folder that holds `knowledge-base/` and `config/`.
// Who may come in is decided by the staff module; Boot's own made-up user would be a second door.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class CarerSignpost {
  private static final String DATA_DIR = "DATA_DIR";

  public static void main(String[] args) throws IOException {
    switch (args.length == 0 ? "run" : args[0]) {
      case "chat" -> chat(args);
      case "explain" -> explain(String.join(" ", Arrays.copyOfRange(args, 1, args.length)));
      case "check-knowledge" -> System.exit(checkKnowledge(args));
      case "import" -> System.exit(importFeed(Arrays.asList(args).subList(1, args.length)));
      default -> SpringApplication.run(CarerSignpost.class, args);
    }
  }

  /// A chat keeps nothing and may run beside a service, so it has a data folder of its own; the
  /// model and the feeds are shared.
  private static void chat(String[] args) throws IOException {
    SpringApplication application = new SpringApplication(CarerSignpost.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setAdditionalProfiles("chat");
    if (System.getenv(DATA_DIR) != null || System.getProperty(DATA_DIR) != null) {
      application.run(args).close();
      return;
    }
    Path folder = Files.createTempDirectory("carer-signpost-chat");
    try {
      System.setProperty(DATA_DIR, folder.toString());
      System.setProperty("signpost.models-dir", "data/models");
      System.setProperty("signpost.feeds-dir", "data/feeds");
      application.run(args).close();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /// Writes into the data folder of the service, which may be running: files are replaced whole.
  private static int importFeed(List<String> words) {
    Optional<String> data =
        Optional.ofNullable(System.getenv(DATA_DIR))
            .or(() -> Optional.ofNullable(System.getProperty(DATA_DIR)));
    return Feeds.importOnce(
        words, Path.of("knowledge-base"), Path.of(data.orElse("data")), System.out, System.err);
  }

  private static void explain(String utterance) {
    Understanding understanding =
        Understanding.load(Path.of("knowledge-base"), Path.of("data", "models"));
    System.out.println(understanding.explain(utterance));
  }

  private static int checkKnowledge(String[] args) {
    return CheckKnowledge.run(Arrays.asList(args).subList(1, args.length), System.out, System.err);
  }
}
