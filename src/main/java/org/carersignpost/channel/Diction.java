package org.carersignpost.channel;

import java.util.List;

/// How things are said here, and what callers are likely to say.
public interface Diction {
  /// A sentence with its names as people say them.
  String pronounced(String sentence);

  /// Words that callers are likely to say, the most useful first: at most 500 of at most 100
  /// characters.
  List<String> hints();
}
