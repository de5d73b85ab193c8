package org.carersignpost.knowledge.openreferral;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Says what this feed is. Programs ask for it first, and take a feed that does not tell for one of
/// version 1.0.
@RestController
@RequestMapping(OpenReferralApi.PATH)
@ConditionalOnWebApplication
class OpenReferralApi {
  static final String PATH = "/open-referral";

  private static final String VERSION = "HSDS-UK-3.0";
  private static final String PROFILE = "https://github.com/OpenReferralUK/uk-profile";
  private static final String DESCRIPTION = "/openapi.json";

  private final byte[] about;
  private final byte[] description;
  private final Instant since = Instant.now();

  /// @param publicUrl where others reach us; what a request says of itself is not believed
  OpenReferralApi(@Value("${signpost.public-url}") String publicUrl) {
    String address = publicUrl + PATH;
    about =
        Trees.bytes(
            Trees.JSON
                .createObjectNode()
                .put("version", VERSION)
                .put("profile", PROFILE)
                .put("openapi_url", address + DESCRIPTION));
    description = description(address);
  }

  private static byte[] description(String address) {
    try (InputStream yaml =
        new ClassPathResource("openapi.yaml", OpenReferralApi.class).getInputStream()) {
      ObjectNode description = (ObjectNode) new YAMLMapper().readTree(yaml);
      description.putArray("servers").addObject().put("url", address);
      return Trees.bytes(description);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping({"", "/"})
  ResponseEntity<byte[]> about() {
    return Answers.json(about, since);
  }

  @GetMapping(DESCRIPTION)
  ResponseEntity<byte[]> description() {
    return Answers.json(description, since);
  }
}
