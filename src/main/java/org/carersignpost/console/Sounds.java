package org.carersignpost.console;

import org.carersignpost.handoff.PhoneCarrier;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Messages of callers as answers to requests. Some browsers ask for a piece at a time, which a
/// resource can give.
public final class Sounds {
  private Sounds() {}

  /// The answer that plays in a page, is never taken for anything but a sound, and is kept nowhere.
  public static ResponseEntity<Resource> answer(PhoneCarrier.Recording sound) {
    return ResponseEntity.ok()
        .contentType(type(sound.mediaType()))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(new ByteArrayResource(sound.sound()));
  }

  private static MediaType type(String kept) {
    try {
      MediaType type = MediaType.parseMediaType(kept);
      return type.getType().equals("audio") ? type : MediaType.APPLICATION_OCTET_STREAM;
    } catch (InvalidMediaTypeException e) {
      return MediaType.APPLICATION_OCTET_STREAM;
    }
  }
}
