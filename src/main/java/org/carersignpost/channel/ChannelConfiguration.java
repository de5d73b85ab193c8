package org.carersignpost.channel;

import org.carersignpost.conversation.AnswerDeliveries;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.outbox.Outbox;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Joins the channels to the conversations and the outbox.
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
  @Bean
  @ConditionalOnMissingBean
  Turns turns(Conversations conversations) {
    return conversations::take;
  }

  @Bean
  @ConditionalOnMissingBean
  DeliveryReports deliveryReports(Outbox outbox) {
    return outbox::reported;
  }

  @Bean
  @ConditionalOnMissingBean
  AnswerReports answerReports(AnswerDeliveries answers) {
    return answers::reported;
  }
}
