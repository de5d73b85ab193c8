package org.carersignpost.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.RecordingDeleter;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.carersignpost.handoff.PhoneCarrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings phones through Twilio's REST interface, and fetches what callers have said to us.
public final class TwilioCalls implements PhoneCarrier {
  private static final Logger log = LoggerFactory.getLogger(TwilioCalls.class);
  private static final int NOT_FOUND = 404;
  private static final String MP3 = "audio/mpeg";

  private final TwilioTexts.Account account;
  private final TwilioRestClient client;
  private final TwilioHttp http;

  /// @param connect how long a connection may take
  /// @param answer how long Twilio may be silent
  public TwilioCalls(TwilioTexts.Account account, Duration connect, Duration answer) {
    this.account = account;
    this.http = new TwilioHttp(account.apiUrl(), connect, answer);
    this.client =
        new TwilioRestClient.Builder(account.sid(), account.token())
            .accountSid(account.sid())
            .httpClient(http)
            .build();
  }

  @Override
  public Rung ring(String to, String whenAnswered, String onChange, Duration atMost) {
    try {
      Call call =
          Call.creator(
                  new PhoneNumber(to),
                  new PhoneNumber(account.number()),
                  URI.create(account.publicUrl() + whenAnswered))
              .setMethod(HttpMethod.POST)
              .setTimeout((int) atMost.toSeconds())
              .setStatusCallback(URI.create(account.publicUrl() + onChange))
              .create(client);
      String sid = call.getSid();
      return sid == null ? new Rung.Unknown() : new Rung.Ringing(sid);
    } catch (ApiException e) {
      Integer code = e.getCode();
      return code == null || code == 0 ? new Rung.Unknown() : new Rung.Refused(code);
    } catch (TwilioHttp.Busy | TwilioException e) {
      return new Rung.Unknown();
    }
  }

  @Override
  public void hangUp(String callSid) {
    try {
      var _ = Call.updater(callSid).setStatus(Call.UpdateStatus.COMPLETED).update(client);
    } catch (TwilioHttp.Busy | TwilioException e) {
      // One that has ended already is refused.
      log.debug("Call {} was not ended: {}", callSid, e.getClass().getSimpleName());
    }
  }

  @Override
  public Optional<PhoneCarrier.Recording> recording(String recordingSid) {
    try {
      return http.bytes(
              "/2010-04-01/Accounts/" + account.sid() + "/Recordings/" + recordingSid + ".mp3",
              account.sid(),
              account.token())
          .map(sound -> new PhoneCarrier.Recording(sound, MP3));
    } catch (TwilioHttp.Busy | TwilioException e) {
      log.warn("Recording {} cannot be fetched: {}", recordingSid, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  @Override
  public boolean erase(String recordingSid) {
    try {
      return new RecordingDeleter(recordingSid).delete(client);
    } catch (ApiException e) {
      return Integer.valueOf(NOT_FOUND).equals(e.getStatusCode());
    } catch (TwilioHttp.Busy | TwilioException e) {
      log.warn("Recording {} cannot be erased: {}", recordingSid, e.getClass().getSimpleName());
      return false;
    }
  }
}
