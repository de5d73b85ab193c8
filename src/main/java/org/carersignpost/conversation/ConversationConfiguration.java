package org.carersignpost.conversation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.dialogue.Dialogue;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.handoff.Teams;
import org.carersignpost.handoff.WaitingQueue;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.privacy.Pseudonyms;
import org.carersignpost.privacy.Retention;
import org.carersignpost.privacy.Seal;
import org.carersignpost.understanding.Understanding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Puts the road together: who understands, who decides, where it is stored.
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

  @Bean
  Conversations conversations(
      ConversationStore store,
      StoredConversations stored,
      CarerNames names,
      Mind mind,
      Outage outage,
      Replayer replayer,
      Clock clock) {
    return new Conversations(store, stored, names, mind, outage, replayer, clock);
  }

  @Bean
  CarerNames carerNames(Pseudonyms pseudonyms) {
    return new CarerNames(pseudonyms);
  }

  @Bean
  Mind mind(
      Understanding understanding,
      Dialogue dialogue,
      Knowledge knowledge,
      Teams teams,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    return new Mind(
        understanding::interpret, dialogue::take, directories(knowledge), routing(teams), zone);
  }

  @Bean
  Dialogue dialogue(Knowledge knowledge) {
    return new Dialogue(knowledge.prompts());
  }

  @Bean
  ConversationStore conversationStore(
      StringRedisTemplate redis, Seal seal, Retention retention, WaitingQueue queue, Clock clock) {
    return new ConversationStore(redis, seal, retention, queue, clock);
  }

  @Bean
  StoredConversations storedConversations(StringRedisTemplate redis, Seal seal) {
    return new StoredConversations(redis, seal);
  }

  @Bean
  Spool spool(
      @Value("${signpost.data-dir:data}") Path data,
      @Value("${signpost.conversation.most-spooled:50000}") int most,
      Seal seal) {
    return new Spool(data.resolve("spool"), seal, most);
  }

  @Bean
  Outage outage(Spool spool) {
    return new Outage(spool);
  }

  @Bean
  Replayer replayer(Spool spool, Outage outage, ConversationStore store, CarerNames names) {
    return new Replayer(spool, outage, store, names);
  }

  @Bean
  Chores conversationChores(Replayer replayer, StoredConversations stored, Clock clock) {
    return new Chores(replayer, stored, clock);
  }

  private static Mind.Routing routing(Teams teams) {
    return new Mind.Routing() {
      @Override
      public String teamFor(Slots slots, Collection<String> topics) {
        return teams.fitting(slots, topics);
      }

      @Override
      public OpeningState at(String team, LocalDateTime now) {
        return teams.at(team, now);
      }
    };
  }

  private static Mind.Directories directories(Knowledge knowledge) {
    return new Mind.Directories() {
      @Override
      public ServiceDirectory directory() {
        return knowledge.directory();
      }

      @Override
      public String version() {
        return knowledge.version();
      }
    };
  }
}
