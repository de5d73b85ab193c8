package org.carersignpost.conversation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import org.carersignpost.conversation.search.IndexedConversations;
import org.carersignpost.conversation.search.Room;
import org.carersignpost.conversation.store.Arrivals;
import org.carersignpost.conversation.store.Claims;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.conversation.store.DayFigures;
import org.carersignpost.conversation.store.Drafts;
import org.carersignpost.conversation.store.Recordings;
import org.carersignpost.conversation.store.Reviews;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.handoff.ChangeFeed;
import org.carersignpost.handoff.Changes;
import org.carersignpost.handoff.HandoffProperties;
import org.carersignpost.handoff.Handoffs;
import org.carersignpost.handoff.PhoneCarrier;
import org.carersignpost.handoff.TeamPhones;
import org.carersignpost.handoff.Teams;
import org.carersignpost.handoff.WaitingQueue;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.outbox.Outbox;
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
      Handoffs handoffs,
      Outbox outbox,
      Arrivals arrivals,
      Mind mind,
      Outage outage,
      Replayer replayer,
      Clock clock) {
    return new Conversations(
        store,
        stored,
        names,
        handoffs,
        id -> new Deliveries(outbox.deliveries(id), arrivals.of(id)),
        mind,
        outage,
        replayer,
        clock);
  }

  @Bean
  CarerNames carerNames(Pseudonyms pseudonyms) {
    return new CarerNames(pseudonyms);
  }

  @Bean
  Mind mind(
      Understanding understanding,
      CurrentDialogue dialogue,
      Knowledge knowledge,
      Teams teams,
      TeamPhones phones,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    return new Mind(
        understanding::interpret,
        dialogue,
        () -> new Mind.Known(knowledge.directory(), knowledge.version()),
        routing(teams, phones),
        zone);
  }

  @Bean
  CurrentDialogue currentDialogue(Knowledge knowledge, Understanding understanding) {
    knowledge.follow(understanding::reread);
    return new CurrentDialogue(knowledge);
  }

  @Bean
  ConversationStore conversationStore(
      StringRedisTemplate redis,
      Seal seal,
      Retention retention,
      WaitingQueue queue,
      DutyPhones dutyPhones,
      Recordings recordings,
      HandoffProperties handoff,
      Changes changes,
      Outbox outbox,
      @Value("${signpost.zone:Europe/London}") ZoneId zone,
      Clock clock) {
    return new ConversationStore(
        redis,
        seal,
        retention,
        queue,
        dutyPhones,
        recordings,
        handoff.answerWithin(),
        zone,
        new Announcements(changes, outbox),
        clock);
  }

  @Bean
  Arrivals arrivals(StringRedisTemplate redis) {
    return new Arrivals(redis);
  }

  @Bean
  AnswerDeliveries answerDeliveries(
      Arrivals arrivals, CarerNames names, StoredConversations stored, Changes changes) {
    return new AnswerDeliveries(arrivals, names, stored, changes);
  }

  @Bean
  Recordings recordings(StringRedisTemplate redis, Seal seal) {
    return new Recordings(redis, seal);
  }

  @Bean
  Voicemails voicemails(
      Recordings recordings,
      PhoneCarrier carrier,
      Retention retention,
      StoredConversations stored,
      Changes changes,
      Clock clock) {
    return new Voicemails(
        recordings,
        carrier,
        retention.recordings(),
        conversation -> Announcements.ofText(conversation, stored, changes),
        clock);
  }

  @Bean
  DayFigures dayFigures(StringRedisTemplate redis) {
    return new DayFigures(redis);
  }

  @Bean
  Reviews reviews(StringRedisTemplate redis, Seal seal) {
    return new Reviews(redis, seal);
  }

  @Bean
  Overview overview(
      DayFigures figures,
      Handoffs handoffs,
      StoredConversations stored,
      Clock clock,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    return new Overview(figures, handoffs, stored, clock, zone);
  }

  @Bean
  QualityReview qualityReview(Reviews reviews, StoredConversations stored, Clock clock) {
    return new QualityReview(reviews, stored, clock);
  }

  @Bean
  DutyPhones dutyPhones(
      Teams teams,
      Knowledge knowledge,
      HandoffProperties handoff,
      @Value("${signpost.public-url}") String publicUrl) {
    return new DutyPhones(teams, knowledge::prompts, publicUrl, handoff.alarmAfter());
  }

  @Bean
  StaffConversations staffConversations(
      ConversationStore store,
      StoredConversations stored,
      StringRedisTemplate redis,
      Seal seal,
      HandoffProperties handoff,
      Clock clock) {
    return new StaffConversations(
        store, stored, new Claims(redis), new Drafts(redis, seal), handoff.answerWithin(), clock);
  }

  /// What became of a text belongs to its conversation, too.
  @Bean
  StoredConversations storedConversations(
      StringRedisTemplate redis, Seal seal, Changes changes, Outbox outbox) {
    StoredConversations stored = new StoredConversations(redis, seal);
    outbox.onChange(text -> Announcements.ofText(text.conversation(), stored, changes));
    return stored;
  }

  @Bean
  ServiceFinder serviceFinder(
      Understanding understanding,
      Knowledge knowledge,
      StoredConversations stored,
      CarerNames names,
      Clock clock,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    return new ServiceFinder(understanding, knowledge, stored, names, clock, zone);
  }

  @Bean
  ConversationSearch conversationSearch(
      StoredConversations stored,
      Retention retention,
      @Value("${signpost.search.most-conversations:20000}") int most,
      @Value("${signpost.zone:Europe/London}") ZoneId zone,
      ChangeFeed feed,
      Clock clock) {
    IndexedConversations index =
        new IndexedConversations(stored, retention, Room.of(most), zone, clock);
    feed.listen(change -> {
      if (change.kind() == Changes.Kind.CONVERSATION) {
        index.changed(change.id());
      }
    });
    return index;
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
  Chores conversationChores(
      Replayer replayer,
      StoredConversations stored,
      StaffConversations staff,
      Voicemails voicemails,
      Clock clock) {
    return new Chores(replayer, stored, staff, voicemails, clock);
  }

  private static Mind.Routing routing(Teams teams, TeamPhones phones) {
    return new Mind.Routing() {
      @Override
      public String teamFor(Slots slots, Collection<String> topics) {
        return teams.fitting(slots, topics);
      }

      @Override
      public OpeningState at(String team, LocalDateTime now) {
        return teams.at(team, now);
      }

      @Override
      public Phones phones(String team) {
        return phones.reach(team);
      }
    };
  }
}
