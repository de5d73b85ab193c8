package org.carersignpost.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carersignpost.privacy.Seal;
import org.carersignpost.privacy.Shard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How outgoing texts get into Redis: inside the script that saves the conversation, so that no
/// turn is saved without what it wants sent.
///
/// Under the prefix of a shard lie
///
/// - `entry:<id>`: a hash with `conversation`, `purpose`, `state`, `at` (of the state), `wanted`
///   (when it should go), `due` (when it will be tried), `attempts`, `condition`, `sid`, `error`,
///   `reason`, the sealed `body`, and while it is under way `first`, `began`, `token`, `doubt` and
///   `looks` (see [Entry]);
/// - `due`, and `urgent` for alerts: sorted sets of the ids that wait, by the moment in
///   milliseconds;
/// - `sending`: a sorted set of the ids that may have been handed over, by when somebody must look
///   at them: when the lease of whoever sends it ends, or when it is next looked up at the carrier;
/// - `failed`: a sorted set of the ids that did not arrive, or perhaps did not, by since when;
///   staff take them out;
/// - `busy`: a hash of conversations to the id that is under way, so that no later text overtakes
///   it;
/// - `of:<conversation>`: a list of the ids of one conversation, oldest first, and
///   `open:<conversation>` of those that the sender is not done with;
/// - `sids:<conversation>`: a set of the carrier's ids of all messages that belong to these texts;
/// - `rate` and `rate:<conversation>`: limits, which Redis itself forgets.
public final class OutboxScript {
  /// Lua functions `outbox_put(prefix, conversation, now, id, due, purpose, body, condition)` and
  /// `outbox_forget(prefix, conversation)`, to be put in front of a script.
  public static final String LUA = resource("outbox.lua");

  /// How many arguments [#arguments] makes of one text.
  public static final int ARGUMENTS = 5;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Seal seal;

  public OutboxScript(Seal seal) {
    this.seal = seal;
  }

  /// What the names of all the outbox's keys in a shard begin with.
  public static String prefix(Shard shard) {
    return shard.key("outbox:");
  }

  /// A text as the Lua function wants it: id, due, purpose, sealed body, condition (`field=value`
  /// or nothing).
  public List<byte[]> arguments(OutgoingText text) {
    String condition = text.onlyIf().map(only -> only.field() + "=" + only.value()).orElse("");
    return List.of(
        bytes(text.id().value()),
        bytes(Long.toString(text.notBefore().toEpochMilli())),
        bytes(text.purpose().name()),
        sealedBody(text),
        bytes(condition));
  }

  private byte[] sealedBody(OutgoingText text) {
    ObjectNode node = MAPPER.createObjectNode().put("to", text.to()).put("text", text.text());
    text.by().ifPresent(name -> node.put("by", name));
    return seal.seal(MAPPER.writeValueAsBytes(node), context(text.id()));
  }

  /// What lies sealed in an entry.
  ///
  /// @param to the number
  /// @param text the words
  record Body(String to, String text) {}

  /// @throws RuntimeException if it cannot be opened or read
  Body body(byte[] sealed, OutgoingId id) {
    JsonNode node = MAPPER.readTree(seal.open(sealed, context(id)));
    return new Body(node.path("to").asString(), node.path("text").asString());
  }

  private static String context(OutgoingId id) {
    return "outbox:" + id.value();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String resource(String name) {
    try (InputStream in = OutboxScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The script " + name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
