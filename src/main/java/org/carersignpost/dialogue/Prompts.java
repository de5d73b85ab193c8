package org.carersignpost.dialogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every sentence the service says, in a written and a spoken form, as `knowledge-base/prompts`
/// gives them.
///
/// Placeholders stand in braces, `{place}`. A missing prompt or placeholder is an error of the
/// knowledge base, found when it is loaded and not when a carer writes.
public final class Prompts {
  private static final String REPLY = "reply.";
  private static final String LANGUAGE = "language.";

  private final Map<String, Form> forms;
  private final Set<String> foreign;

  /// @throws IllegalArgumentException naming every prompt of [Prompt] that has no form
  public Prompts(Map<String, Form> forms) {
    this.forms = Map.copyOf(forms);
    this.foreign =
        forms.entrySet().stream()
            .filter(form -> form.getKey().startsWith(LANGUAGE))
            .map(form -> form.getValue().text())
            .collect(Collectors.toUnmodifiableSet());
    Set<String> missing = new TreeSet<>();
    for (Prompt prompt : Prompt.values()) {
      if (!forms.containsKey(prompt.key())) {
        missing.add(prompt.key());
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("no form for the prompts " + missing);
    }
  }

  /// One sentence or more, to read and to hear.
  ///
  /// @param text as written in a text message
  /// @param speech as said on the phone
  public record Form(String text, String speech) {}

  /// The written form without placeholders.
  public String text(Prompt prompt) {
    return text(prompt, Map.of());
  }

  /// The written form with its placeholders filled.
  public String text(Prompt prompt, Map<String, String> values) {
    return fill(form(prompt.key()).text(), values);
  }

  /// The spoken form with its placeholders filled.
  public String speech(Prompt prompt, Map<String, String> values) {
    return fill(form(prompt.key()).speech(), values);
  }

  /// The fixed reply to a danger of this kind for the ear, with the councils' lines filled in.
  public String riskSpeech(String kind, Map<String, String> values) {
    return fill(form("risk." + kind).speech(), values);
  }

  /// The numbers of that reply once more, for whoever has to write them down.
  public String riskNumbers(String kind, Map<String, String> values) {
    return fill(form("numbers." + kind).speech(), values);
  }

  /// The fixed reply to a danger of this kind, with the councils' lines filled in.
  public String risk(String kind, Map<String, String> values) {
    return fill(form("risk." + kind).text(), values);
  }

  /// The fixed sentence for whoever writes in another language; empty where there is none in it.
  ///
  /// @param language its code
  public Optional<String> language(String language) {
    return Optional.ofNullable(forms.get(LANGUAGE + language)).map(Form::text);
  }

  /// A text as it may be sent: in the alphabet of text messages, except for the fixed sentences in
  /// other languages.
  String sendable(String text) {
    return foreign.contains(text) ? text : Gsm7.plain(text);
  }

  /// The written forms of what staff may send with one key press, by the rest of their keys after
  /// `reply.`, with their placeholders filled; in the order of the keys.
  ///
  /// @param values a placeholder without a value stays as it is, for the writer to fill
  public Map<String, String> replies(Map<String, String> values) {
    Map<String, String> replies = new TreeMap<>();
    forms.forEach((key, form) -> {
      if (key.startsWith(REPLY)) {
        replies.put(key.substring(REPLY.length()), fill(form.text(), values));
      }
    });
    return replies;
  }

  private Form form(String key) {
    Form form = forms.get(key);
    if (form == null) {
      throw new IllegalArgumentException("no prompt " + key);
    }
    return form;
  }

  private static String fill(String form, Map<String, String> values) {
    String filled = form;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
