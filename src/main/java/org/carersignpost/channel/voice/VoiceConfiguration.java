package org.carersignpost.channel.voice;

import io.micrometer.core.instrument.MeterRegistry;
import org.carersignpost.channel.Diction;
import org.carersignpost.channel.PersonLine;
import org.carersignpost.channel.Turns;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.CurrentDialogue;
import org.carersignpost.conversation.StaffConversations;
import org.carersignpost.handoff.Changes;
import org.carersignpost.handoff.LiveCalls;
import org.carersignpost.handoff.Rings;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.staff.Accounts;
import org.carersignpost.staff.Audit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the phone line together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VoiceProperties.class)
class VoiceConfiguration {
  @Bean
  CallSteps callSteps(Turns turns, PersonLine people, MeterRegistry meters) {
    return new CallSteps(turns, people, meters);
  }

  @Bean
  VoiceTwiml voiceTwiml(Diction diction, VoiceProperties properties) {
    return new VoiceTwiml(diction, properties);
  }

  @Bean
  ConversationRelayTwiml conversationRelayTwiml(
      @Value("${signpost.public-url}") String publicUrl,
      Diction diction,
      VoiceProperties properties) {
    return new ConversationRelayTwiml(publicUrl, diction, properties);
  }

  @Bean
  StaffTwiml staffTwiml(
      Diction diction,
      VoiceProperties properties,
      @Value("${signpost.twilio.phone-number:}") String ourNumber) {
    return new StaffTwiml(diction, properties, ourNumber);
  }

  @Bean
  @ConditionalOnMissingBean
  PersonLine personLine(
      LiveCalls calls,
      Rings rings,
      CurrentDialogue dialogue,
      Conversations conversations,
      StaffConversations staff,
      Knowledge knowledge,
      Changes changes,
      Accounts accounts,
      Audit audit,
      VoiceProperties properties) {
    return new RungPeople(
        calls,
        rings,
        dialogue,
        conversations,
        staff,
        knowledge,
        changes,
        accounts,
        audit,
        properties.longestWait());
  }
}
