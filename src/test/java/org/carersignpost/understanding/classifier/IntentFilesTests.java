package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentFilesTests {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    SmallIntents.writeTo(folder);
  }

  @Test
  void aLineWithSeveralNeedsIsAnExampleOfEach() {
    assertThat(read())
        .filteredOn(e -> e.utterance().startsWith("mum gets lost in our street and"))
        .singleElement()
        .extracting(Example::intents)
        .isEqualTo(List.of("find_dementia", "find_transport"));
  }

  @Test
  void theSameWordsInTwoFilesMeanBoth() throws IOException {
    append("thank.txt", "CHEERS, you're a star\n");
    append("unclear.txt", "cheers you are a star\n");
    assertThat(read())
        .filteredOn(e -> e.utterance().equalsIgnoreCase("cheers you are a star"))
        .singleElement()
        .extracting(Example::intents)
        .isEqualTo(List.of("thank", "unclear"));
  }

  @Test
  void commentsAndLinesWithoutWordsAreLeftOut() throws IOException {
    int before = read().size();
    append("thank.txt", "# not an utterance\n\n   \n?!\n");
    assertThat(read()).hasSize(before);
  }

  @Test
  void aFileNamedAfterNoIntentIsRefused() throws IOException {
    Files.copy(folder.resolve("thank.txt"), folder.resolve("thnak.txt"));
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("thnak.txt");
  }

  @Test
  void aTopicTheTaxonomyDoesNotHaveIsRefused() {
    Set<String> topics = Set.of("transport", "dementia");
    assertThatThrownBy(() -> IntentFiles.read(folder, topics))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("find_money_benefits.txt");
  }

  @Test
  void aFileOfTooFewUtterancesIsRefused() throws IOException {
    Files.write(folder.resolve("deny.txt"), List.of("no", "# no", "nope", "no thanks"));
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("deny.txt has 3 utterances");
  }

  @Test
  void aLineOfSeveralWithAnUnknownIntentIsRefused() throws IOException {
    append(IntentFiles.SEVERAL, "a lift and a break\tfind_transport,find_breaks\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("find_breaks");
  }

  @Test
  void aLineOfSeveralWithoutATabIsRefused() throws IOException {
    append(IntentFiles.SEVERAL, "a lift and a break find_transport\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tab");
  }

  private List<Example> read() {
    return IntentFiles.read(folder, Set.of());
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text, StandardOpenOption.APPEND);
  }
}
