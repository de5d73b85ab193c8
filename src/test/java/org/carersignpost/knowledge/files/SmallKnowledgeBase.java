package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Prompt;

/// A fictional knowledge base of two services and a guide, copied so that a test can break one
/// thing in it.
public final class SmallKnowledgeBase {
  public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private static final Path ORIGINAL = Path.of("src/test/resources/knowledge/small");

  private final Path root;

  /// Copies the original into an empty folder and writes a prompt for each that the dialogue uses.
  public SmallKnowledgeBase(Path folder) {
    root = folder;
    try (Stream<Path> paths = Files.walk(ORIGINAL)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        add(ORIGINAL.relativize(path).toString(), Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StringBuilder prompts = new StringBuilder();
    for (Prompt prompt : Prompt.values()) {
      prompts.append("%s: { text: Words., speech: Words. }%n".formatted(prompt.key()));
    }
    add("prompts/en.yaml", prompts.toString());
  }

  /// Writes a file, in place of one that may be there.
  public SmallKnowledgeBase add(String file, String content) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Replaces the first occurrence of some text, which must be there.
  public SmallKnowledgeBase change(String file, String old, String changed) {
    String content = read(file);
    assertThat(content).contains(old);
    int at = content.indexOf(old);
    return add(file, content.substring(0, at) + changed + content.substring(at + old.length()));
  }

  public String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String file) {
    try {
      Files.delete(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public KnowledgeBase load() {
    return KnowledgeBase.read(root, TODAY, Numbers.FICTIONAL_TOO);
  }

  /// As far as it can be read, with its faults.
  public Draft draft() {
    return KnowledgeBase.draft(root, TODAY, Numbers.FICTIONAL_TOO);
  }

  /// The faults found; none when it loads.
  List<Problem> problems() {
    return problems(Numbers.FICTIONAL_TOO);
  }

  List<Problem> problems(Numbers numbers) {
    try {
      KnowledgeBase.read(root, TODAY, numbers);
      return List.of();
    } catch (KnowledgeException e) {
      return e.problems();
    }
  }
}
