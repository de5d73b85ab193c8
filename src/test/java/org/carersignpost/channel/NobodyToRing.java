package org.carersignpost.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.carersignpost.conversation.Answer;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Spoken;

/// A line on which nobody is ever rung; what was told to it can be looked at.
public class NobodyToRing implements PersonLine {
  private final List<String> told = new ArrayList<>();
  private final Map<String, Integer> last = new HashMap<>();

  /// The calls of which a step or the end was told, in order.
  public synchronized List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public synchronized void stepped(CallStep step, Answer answer) {
    told.add(step.call());
    last.put(step.call(), step.number());
  }

  @Override
  public synchronized OptionalInt lastStep(String call) {
    Integer step = last.get(call);
    return step == null ? OptionalInt.empty() : OptionalInt.of(step);
  }

  @Override
  public Spoken waiting(String call, Duration waited, Spoken.Instead instead) {
    return new Spoken(List.of(), List.of("Please wait."), List.of(), new Spoken.Then.Leave());
  }

  @Override
  public synchronized void ended(String call) {
    told.add(call + " ended");
  }

  @Override
  public synchronized void rangOut(String call, String ring) {
    told.add(call + " rang out " + ring);
  }

  @Override
  public Whisper whisper(String call, String ring) {
    return nobody();
  }

  @Override
  public Whisper taken(String call, String ring) {
    return nobody();
  }

  @Override
  public Whisper outgoing(String conversation, String ring) {
    return nobody();
  }

  @Override
  public Whisper wanted(String conversation, String ring) {
    return nobody();
  }

  private static Whisper nobody() {
    return new Whisper("Nobody is there.", Optional.empty(), false);
  }
}
