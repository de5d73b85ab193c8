package org.carersignpost.evaluation;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Dialogue;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.ServiceDirectory.Need;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.search.LuceneDirectory;
import org.carersignpost.understanding.Meanings;
import org.carersignpost.understanding.Understanding;

/// What a carer is answered from, in the order in which it is told: the guide that answers, if
/// there is one, two services, and for whoever asks for more a further guide and more services;
/// from the bare words on, as in a conversation.
final class Rankings {
  /// Stands before the ids of guides.
  static final String GUIDE = "guide:";

  private static final int MOST = 10;

  /// So many services are told before more is asked for.
  private static final int AT_ONCE = 2;

  private final Understanding understanding;
  private final Dialogue dialogue;
  private final ServiceDirectory directory;

  private Rankings(Understanding understanding, KnowledgeBase base) {
    this.understanding = understanding;
    this.dialogue = new Dialogue(base.prompts());
    this.directory = new LuceneDirectory(base, Set.of(), Meanings::directionOf);
  }

  /// The scores of our answers to some questions.
  static SearchScores ours(Understanding understanding, KnowledgeBase base, Path questions) {
    Rankings rankings = new Rankings(understanding, base);
    SearchScores scores = new SearchScores(base);
    JudgedQuestion.read(questions).forEach(q -> scores.add(q, rankings.of(q)));
    return scores;
  }

  /// The scores of the plain search that ours is compared with.
  static SearchScores plain(KnowledgeBase base, Path questions) {
    PlainSearch search = new PlainSearch(base);
    SearchScores scores = new SearchScores(base);
    JudgedQuestion.read(questions)
        .forEach(q -> scores.add(q, search.find(q.question() + " " + q.knownPlace(), MOST)));
    return scores;
  }

  private List<String> of(JudgedQuestion question) {
    Conversation before = Conversation.begin(new ConversationId("evaluation"));
    if (!question.knownPlace().isEmpty()) {
      Slots known = understanding.interpret(question.knownPlace(), before).slots();
      before = before.draft().slots(known).done();
    }
    Interpretation meaning = understanding.interpret(question.question(), before);
    ServiceDirectory.Found found = directory.find(need(question, meaning, before));
    List<String> ranked = new ArrayList<>();
    found.guide().ifPresent(guide -> ranked.add(GUIDE + guide.id()));
    found.services().stream().map(Signpost::id).limit(AT_ONCE).forEach(ranked::add);
    found.further().ifPresent(guide -> ranked.add(GUIDE + guide.id()));
    found.services().stream().map(Signpost::id).skip(AT_ONCE).forEach(ranked::add);
    return ranked;
  }

  /// What the dialogue asks the directory first; where it asks nothing, as for danger, what it
  /// would ask.
  private Need need(JudgedQuestion question, Interpretation meaning, Conversation before) {
    List<Need> asked = new ArrayList<>();
    dialogue.take(
        before,
        new InboundMessage(
            new MessageId("SM1"),
            Channel.SMS,
            InboundMessage.Sender.MOBILE,
            question.when().toInstant(ZoneOffset.UTC),
            question.question(),
            0,
            Optional.empty()),
        meaning,
        new Circumstances(
            question.when(),
            "carers",
            new OpeningState.Unknown(""),
            true,
            Phones.NONE,
            "evaluation"),
        listening(asked));
    Need first =
        asked.stream()
            .findFirst()
            .orElseGet(() ->
                new Need(
                    question.question(),
                    meaning.topics(),
                    before.slots().updatedBy(meaning.slots()),
                    question.when(),
                    Set.of(),
                    MOST));
    return new Need(
        first.utterance(), first.topics(), first.slots(), first.now(), first.exclude(), MOST);
  }

  /// The directory, with what it is asked for written down.
  private ServiceDirectory listening(List<Need> asked) {
    return (ServiceDirectory)
        Proxy.newProxyInstance(
            ServiceDirectory.class.getClassLoader(),
            new Class<?>[] {ServiceDirectory.class},
            (_, method, arguments) -> {
              if (arguments[0] instanceof Need need) {
                asked.add(need);
              }
              return method.invoke(directory, arguments);
            });
  }
}
