package org.carersignpost.channel;

import org.carersignpost.conversation.Conversations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Joins the channels to the conversations.
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
  @Bean
  @ConditionalOnMissingBean
  Turns turns(Conversations conversations) {
    return conversations::take;
  }
}
