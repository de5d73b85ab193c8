package org.carersignpost.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.TextCarrier;

/// Sends texts through Twilio's REST interface, and looks there for those that may have been sent.
public final class TwilioTexts implements TextCarrier {
  /// What Twilio puts before every text of an account that is only being tried.
  private static final String TRIAL = "Sent from your Twilio trial account - ";

  private static final int MOST_LISTED = 1_000;
  private static final int BAD_REQUEST = 400;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int ANY_SERVER_ERROR = 500;
  private static final int QUEUE_FULL = 21611;

  private final Account account;
  private final TwilioRestClient client;

  /// @param connect how long a connection may take
  /// @param answer how long Twilio may be silent
  public TwilioTexts(Account account, Duration connect, Duration answer) {
    this.account = account;
    this.client =
        new TwilioRestClient.Builder(account.sid(), account.token())
            .accountSid(account.sid())
            .httpClient(new TwilioHttp(account.apiUrl(), connect, answer))
            .build();
  }

  /// With what we come to Twilio.
  ///
  /// @param sid names the account
  /// @param token its password
  /// @param number ours, which the texts come from
  /// @param apiUrl where Twilio is, without a path
  /// @param publicUrl where we are, without a path
  public record Account(String sid, String token, String number, String apiUrl, String publicUrl) {
    @Override
    public String toString() {
      return sid;
    }
  }

  @Override
  public Posted post(OutgoingId id, String to, String text) {
    URI status = URI.create(account.publicUrl() + "/twilio/status/message?text=" + id);
    try {
      Message message =
          Message.creator(new PhoneNumber(to), new PhoneNumber(account.number()), text)
              .setStatusCallback(status)
              .create(client);
      // An answer of `null` makes no message at all.
      String sid = message == null ? null : message.getSid();
      return sid == null
          ? new Posted.Unknown(false)
          : new Posted.Accepted(sid, String.valueOf(message.getStatus()));
    } catch (TwilioHttp.Busy e) {
      return new Posted.TryLater(e.after());
    } catch (ApiException e) {
      return failed(e);
    } catch (TwilioException e) {
      return new Posted.Unknown(false);
    }
  }

  /// All messages from us to that number are listed: Twilio's filter by date is by the date of
  /// sending, which one that still waits in its queue does not have.
  @Override
  public Found find(OutgoingId id, String to, String text, Instant notBefore) {
    // Twilio's times are whole seconds.
    Instant earliest = notBefore.truncatedTo(ChronoUnit.SECONDS);
    List<FoundMessage> found = new ArrayList<>();
    try {
      for (Message message :
          Message.reader()
              .setTo(new PhoneNumber(to))
              .setFrom(new PhoneNumber(account.number()))
              .pageSize(MOST_LISTED)
              .limit(MOST_LISTED)
              .read(client)) {
        if (isOurs(message, text) && !created(message).isBefore(earliest)) {
          found.add(
              new FoundMessage(
                  message.getSid(),
                  String.valueOf(message.getStatus()),
                  Optional.ofNullable(message.getErrorCode()).filter(code -> code != 0),
                  message.getBody(),
                  created(message)));
        }
      }
    } catch (TwilioHttp.Busy | TwilioException e) {
      return new Found.CannotSay();
    }
    found.sort(Comparator.comparing(FoundMessage::created));
    return new Found.Messages(List.copyOf(found));
  }

  /// Whether it was sent through this interface, not as the reply to a webhook, with these words.
  private static boolean isOurs(Message message, String text) {
    String body = message.getBody() == null ? "" : message.getBody().strip();
    return message.getDirection() == Message.Direction.OUTBOUND_API
        && (body.equals(text.strip()) || body.equals((TRIAL + text).strip()));
  }

  /// One that has no time yet counts as made just now.
  private static Instant created(Message message) {
    return message.getDateCreated() == null ? Instant.MAX : message.getDateCreated().toInstant();
  }

  private static Posted failed(ApiException e) {
    Integer status = e.getStatusCode();
    if (status == null) {
      return wasNeverReached(e) ? new Posted.Unsent() : new Posted.Unknown(false);
    }
    if (status >= ANY_SERVER_ERROR || status == REQUEST_TIMEOUT) {
      return new Posted.Unknown(true);
    }
    if (status < BAD_REQUEST) {
      return new Posted.Unknown(false);
    }
    int code = e.getCode() == null || e.getCode() == 0 ? status : e.getCode();
    return new Posted.Refused(code, status == BAD_REQUEST && code != QUEUE_FULL);
  }

  private static boolean wasNeverReached(Throwable thrown) {
    return switch (thrown.getCause()) {
      case null -> false;
      case ConnectException _,
          ConnectTimeoutException _,
          ConnectionRequestTimeoutException _,
          NoRouteToHostException _,
          SSLHandshakeException _,
          UnknownHostException _ ->
          true;
      default -> false;
    };
  }
}
