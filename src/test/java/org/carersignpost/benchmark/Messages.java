package org.carersignpost.benchmark;

import java.util.List;

/// What the benchmarks say: short and long, clear and unclear, with and without danger.
final class Messages {
  static final List<String> ALL =
      List.of(
          "my husband has dementia and we live in Alton, where do I turn",
          "i need a break from looking after mum",
          "how do i claim carers allowance",
          "im 14 and look after my mum in southampton",
          "need grab rails for dad",
          "hospital want to send mum home tomorow and nothing is in place, she is in winchester",
          "thank you so much",
          "more",
          "can i talk to a person please",
          "what is a carers assesment",
          "Hello, I am 71 and look after my wife who has Alzheimers in Hythe. I have not had a day off"
              + " since October, money is tight because we cannot get Attendance Allowance and I do"
              + " not know who to ring first. Thank you.",
          "my feet are killing me",
          "cant afford the heating",
          "who is this",
          "asdf",
          "my son has autism and school wont help",
          "can i get time off work to care for dad",
          "he shouts at me all day and im scared of him",
          "so23 9ab",
          "i dont know how much longer i can do this on my own");

  private Messages() {}
}
