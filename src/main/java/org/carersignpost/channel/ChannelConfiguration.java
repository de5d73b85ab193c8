package org.carersignpost.channel;

import java.util.List;
import org.carersignpost.conversation.AnswerDeliveries;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.outbox.Outbox;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Joins the channels to the conversations and the outbox.
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
  /// Twilio takes no more.
  private static final int MOST_HINTS = 500;

  @Bean
  @ConditionalOnMissingBean
  Turns turns(Conversations conversations) {
    return conversations::take;
  }

  @Bean
  @ConditionalOnMissingBean
  Diction diction(Knowledge knowledge) {
    return new Diction() {
      @Override
      public String pronounced(String sentence) {
        return knowledge.pronounced(sentence);
      }

      @Override
      public List<String> hints() {
        return knowledge.spokenHints(MOST_HINTS);
      }
    };
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
