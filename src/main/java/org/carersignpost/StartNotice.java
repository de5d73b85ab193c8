package org.carersignpost;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Says at the end of the start, in plain words, what now runs and where to go. It tells where
/// secrets lie, never what they are.
@Component
final class StartNotice {
  private static final Logger LOG = LoggerFactory.getLogger(StartNotice.class);

  private final Environment environment;
  private final boolean demonstration;
  private final String publicUrl;
  private final Path dataDir;

  StartNotice(
      Environment environment,
      @Value("${signpost.demonstration}") boolean demonstration,
      @Value("${signpost.public-url}") String publicUrl,
      @Value("${signpost.data-dir}") String dataDir) {
    this.environment = environment;
    this.demonstration = demonstration;
    this.publicUrl = publicUrl;
    this.dataDir = Path.of(dataDir).toAbsolutePath().normalize();
  }

  /// Nothing is said where no pages are served, as in the terminal.
  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext) {
      LOG.info("\n\n  {}\n", String.join("\n  ", lines()));
    }
  }

  /// The notice, line by line.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (demonstration) {
      lines.add(
          "Carer Signpost runs in DEMONSTRATION MODE: no real text is sent, no real phone rings.");
      lines.add("Set TWILIO_ACCOUNT_SID for the real service.");
    } else {
      lines.add("Carer Signpost is live: carers can text and ring it.");
    }
    lines.add("");
    lines.add("Start page    " + publicUrl + "/");
    if (environment.getProperty("signpost.simulator", Boolean.class, false)) {
      lines.add("Try a phone   " + publicUrl + "/simulator");
    }
    lines.add("For staff     " + publicUrl + "/login  (name: admin, " + whereThePasswordIs() + ")");
    lines.add("Data folder   " + dataDir);
    if (!demonstration && publicUrl.startsWith("http://localhost")) {
      lines.add("");
      lines.add("PUBLIC_URL is not set: every call from Twilio will be refused until it is.");
    }
    return lines;
  }

  private String whereThePasswordIs() {
    return given("SIGNPOST_ADMIN_PASSWORD")
        ? "password: the one in SIGNPOST_ADMIN_PASSWORD"
        : "password: the line SIGNPOST_ADMIN_PASSWORD in " + dataDir.resolve(MadeSecrets.FILE);
  }

  private boolean given(String variable) {
    return !environment.getProperty(variable, "").isBlank();
  }
}
