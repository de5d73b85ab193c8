package org.carersignpost.channel.voice;

import org.carersignpost.channel.Diction;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the phone line together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VoiceProperties.class)
class VoiceConfiguration {
  @Bean
  VoiceTwiml voiceTwiml(Diction diction, VoiceProperties properties) {
    return new VoiceTwiml(diction, properties);
  }
}
