package org.carersignpost.knowledge.feeds;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The codes of languages by their English names.
final class LanguageNames {
  private LanguageNames() {}

  /// By name in small letters.
  static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
    codes.put("bsl", "bfi");
    codes.put("british sign language", "bfi");
    return codes;
  }
}
