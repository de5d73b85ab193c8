package org.carersignpost.channel.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.handoff.PhoneCarrier.Recording;
import org.springframework.stereotype.Component;

/// The recordings of the demonstration: each is the same short tone, because nobody spoke.
@Component
@DemonstrationOnly
class SimulatedRecordings {
  private static final int MOST = 200;
  private static final int SAMPLES_PER_SECOND = 8_000;
  private static final int HEADER_BYTES = 44;
  private static final double TONE_HERTZ = 440;
  private static final byte[] TONE = tone();

  private final Set<String> kept = new LinkedHashSet<>();

  /// Makes one, and forgets the oldest when there are too many.
  synchronized String make() {
    String sid = SignedPosts.newSid("RE");
    kept.add(sid);
    if (kept.size() > MOST) {
      kept.remove(kept.iterator().next());
    }
    return sid;
  }

  synchronized Optional<Recording> find(String sid) {
    return kept.contains(sid)
        ? Optional.of(new Recording(TONE.clone(), "audio/x-wav"))
        : Optional.empty();
  }

  synchronized void erase(String sid) {
    kept.remove(sid);
  }

  /// Half a second, as a WAV file of 16-bit samples.
  private static byte[] tone() {
    int samples = SAMPLES_PER_SECOND / 2;
    ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + 2 * samples).put(ascii("WAVEfmt "));
    wav.putInt(16).putShort((short) 1).putShort((short) 1);
    wav.putInt(SAMPLES_PER_SECOND).putInt(2 * SAMPLES_PER_SECOND);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put(ascii("data")).putInt(2 * samples);
    for (int i = 0; i < samples; i++) {
      double turn = 2 * Math.PI * TONE_HERTZ * i / SAMPLES_PER_SECOND;
      wav.putShort((short) (8_000 * Math.sin(turn)));
    }
    return wav.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
