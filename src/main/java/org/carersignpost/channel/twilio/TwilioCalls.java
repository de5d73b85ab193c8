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
import java.util.regex.Pattern;
import org.carersignpost.handoff.PhoneCarrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings phones through Twilio's REST interface, and fetches what callers have said to us.
///
/// Nothing but a SID becomes part of an address: the SDK and we put it there as it is.
public final class TwilioCalls implements PhoneCarrier {
  private static final Logger log = LoggerFactory.getLogger(TwilioCalls.class);
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int ANY_SERVER_ERROR = 500;
  private static final Pattern CALL = Pattern.compile("CA[0-9a-fA-F]{32}");
  private static final Pattern RECORDING = Pattern.compile("RE[0-9a-fA-F]{32}");
  private static final Pattern SOUND = Pattern.compile("audio/[a-z0-9.+-]{1,32}");

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
      // An answer of `null` makes no call at all.
      String sid = call == null ? null : call.getSid();
      return sid != null && CALL.matcher(sid).matches()
          ? new Rung.Ringing(sid)
          : new Rung.Unknown();
    } catch (ApiException e) {
      return failed(e);
    } catch (TwilioHttp.Busy | TwilioException e) {
      return new Rung.Unknown();
    }
  }

  /// After an error on Twilio's side the phone may ring all the same, though that has a code too.
  private static Rung failed(ApiException e) {
    Integer status = e.getStatusCode();
    Integer code = e.getCode();
    if (status == null || code == null || code == 0) {
      return new Rung.Unknown();
    }
    boolean isOurFault =
        status >= BAD_REQUEST && status < ANY_SERVER_ERROR && status != REQUEST_TIMEOUT;
    return isOurFault ? new Rung.Refused(code) : new Rung.Unknown();
  }

  @Override
  public void hangUp(String callSid) {
    if (!CALL.matcher(callSid).matches()) {
      log.warn("What should be ended is no call");
      return;
    }
    try {
      var _ = Call.updater(callSid).setStatus(Call.UpdateStatus.COMPLETED).update(client);
    } catch (TwilioHttp.Busy | TwilioException e) {
      // One that has ended already is refused.
      log.debug("Call {} was not ended: {}", callSid, e.getClass().getSimpleName());
    }
  }

  @Override
  public Optional<PhoneCarrier.Recording> recording(String recordingSid) {
    if (!RECORDING.matcher(recordingSid).matches()) {
      log.warn("What should be fetched is no recording");
      return Optional.empty();
    }
    try {
      Optional<TwilioHttp.Content> content =
          http.content(
              "/2010-04-01/Accounts/" + account.sid() + "/Recordings/" + recordingSid + ".mp3",
              account.sid(),
              account.token());
      if (content.isPresent() && !isSound(content.get())) {
        log.warn("Recording {} is no sound", recordingSid);
        return Optional.empty();
      }
      return content.map(sound -> new PhoneCarrier.Recording(sound.bytes(), sound.mediaType()));
    } catch (TwilioHttp.Busy | TwilioException e) {
      log.warn("Recording {} cannot be fetched: {}", recordingSid, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// Whatever else comes would be kept in the place of what the caller said, and that be erased.
  private static boolean isSound(TwilioHttp.Content content) {
    return content.bytes().length > 0 && SOUND.matcher(content.mediaType()).matches();
  }

  @Override
  public boolean erase(String recordingSid) {
    if (!RECORDING.matcher(recordingSid).matches()) {
      log.warn("What should be erased is no recording");
      return false;
    }
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
