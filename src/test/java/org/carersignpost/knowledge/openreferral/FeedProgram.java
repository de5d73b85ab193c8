package org.carersignpost.knowledge.openreferral;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.JsonNode;

/// A program that reads the feed, without a server between.
final class FeedProgram {
  static final String PUBLIC_URL = "https://signpost.example.org";

  private final MockMvc feed;

  FeedProgram(Supplier<KnowledgeBase> knowledge, InstantSource clock) {
    Feed made = new Feed(knowledge, clock, ZoneId.of("Europe/London"));
    feed =
        MockMvcBuilders.standaloneSetup(
                new OpenReferralApi(PUBLIC_URL), new ServicesApi(made), new TaxonomiesApi(made))
            .setControllerAdvice(new AsTheServiceDoes())
            .build();
  }

  @ControllerAdvice
  static final class AsTheServiceDoes extends ResponseEntityExceptionHandler {}

  /// @param path after `/open-referral`, with what is asked for
  MockHttpServletResponse ask(String path, String... headers) {
    var request = MockMvcRequestBuilders.get(URI.create("/open-referral" + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return feed.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }

  String text(String path) {
    MockHttpServletResponse response = ask(path);
    String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    if (response.getStatus() != 200) {
      throw new AssertionError(path + ": " + response.getStatus() + " " + body);
    }
    return body;
  }

  JsonNode json(String path) {
    return Trees.JSON.readTree(text(path));
  }

  /// Every page of a list.
  List<String> pages(String path) {
    String mark = path.contains("?") ? "&" : "?";
    List<String> pages = new ArrayList<>();
    boolean last = false;
    for (int page = 1; !last && page <= 1_000; page++) {
      String text = text(path + mark + "page=" + page);
      pages.add(text);
      last = Trees.JSON.readTree(text).get("last_page").booleanValue();
    }
    return pages;
  }

  /// The records of every page of a list.
  List<JsonNode> all(String path) {
    List<JsonNode> all = new ArrayList<>();
    pages(path).forEach(page -> Trees.JSON.readTree(page).get("contents").forEach(all::add));
    return all;
  }

  List<String> ids(String path) {
    return all(path).stream().map(record -> record.get("id").asString()).toList();
  }

  List<String> names(String path) {
    return all(path).stream().map(record -> record.get("name").asString()).toList();
  }
}
