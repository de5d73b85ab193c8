package org.carersignpost.dialogue;

import java.util.List;

/// The answer to a question that carers ask.
///
/// @param id its file's name, stable
/// @param title the question
/// @param text the answer in a text message, at most 230 GSM-7 characters
/// @param spoken the answer for the ear
/// @param services where to go, best first
public record Guide(String id, String title, String text, String spoken, List<Signpost> services) {

  public Guide {
    services = List.copyOf(services);
  }
}
