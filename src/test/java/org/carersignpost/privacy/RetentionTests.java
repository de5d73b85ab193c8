package org.carersignpost.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionTests {
  @Test
  void retentionIsOnWithoutBeingAskedFor() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new Retention(
                Duration.ofDays(90), Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(30)));
  }

  @Test
  void anOperatorMaySetEach() {
    assertThat(bound(Map.of("signpost.retention.conversation", "30d")).conversation())
        .isEqualTo(Duration.ofDays(30));
  }

  @Test
  void nothingMayBeKeptForNoTimeOrLess() {
    for (String wrong : new String[] {"0s", "-1d"}) {
      assertThatThrownBy(() -> bound(Map.of("signpost.retention.message-ids", wrong)))
          .rootCause()
          .hasMessageContaining("signpost.retention.message-ids");
    }
  }

  private static Retention bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("signpost.retention", Retention.class);
  }
}
