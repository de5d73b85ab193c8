package org.carersignpost.conversation;

import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Dialogue;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Prompts;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Turn;
import org.carersignpost.dialogue.call.CallFlow;
import org.carersignpost.knowledge.Knowledge;

/// The dialogue in the sentences of the moment: made anew when the knowledge base has changed.
public final class CurrentDialogue implements Mind.Decider {
  private final Knowledge knowledge;
  private volatile Made made;

  /// @param prompts the sentences it says, by which a change is noticed
  private record Made(Prompts prompts, CallFlow flow) {}

  CurrentDialogue(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.made = of(knowledge);
  }

  private static Made of(Knowledge knowledge) {
    Prompts prompts = knowledge.prompts();
    return new Made(prompts, new CallFlow(new Dialogue(prompts), prompts, knowledge.menu()));
  }

  /// The dialogue as it is now.
  public CallFlow flow() {
    Made last = made;
    if (last.prompts != knowledge.prompts()) {
      last = of(knowledge);
      made = last;
    }
    return last.flow;
  }

  @Override
  public Turn take(
      Conversation before,
      InboundMessage message,
      Interpretation meaning,
      Circumstances circumstances,
      ServiceDirectory directory) {
    return flow().take(before, message, meaning, circumstances, directory);
  }
}
