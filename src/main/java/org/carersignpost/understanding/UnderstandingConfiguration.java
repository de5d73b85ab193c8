package org.carersignpost.understanding;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the understanding when the service starts.
@Configuration(proxyBeanMethods = false)
class UnderstandingConfiguration {

  @Bean
  Understanding understanding(
      @Value("${signpost.knowledge-base:knowledge-base}") String knowledgeBase,
      @Value("${signpost.models-dir:${signpost.data-dir:data}/models}") String models) {
    return Understanding.load(Path.of(knowledgeBase), Path.of(models));
  }
}
