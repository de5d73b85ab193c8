package org.carersignpost.channel;

import java.util.List;

/// Everything is said as it is written.
public final class FakeDiction implements Diction {
  @Override
  public String pronounced(String sentence) {
    return sentence;
  }

  @Override
  public List<String> hints() {
    return List.of("dementia", "Alton");
  }
}
