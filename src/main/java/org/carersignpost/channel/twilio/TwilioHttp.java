package org.carersignpost.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/// Sends each request of Twilio's SDK once and once only, to the address that the operator names.
///
/// The SDK's own client sends a request again on any 5xx, and the client below that on 429 and 503,
/// so that a carer would get the same text twice; and it waits half a minute for a connection,
/// whatever it is told. Connections are not used twice: one that the other side has just closed
/// would look like a lost answer.
final class TwilioHttp extends HttpClient {
  private static final int MOST_CONNECTIONS = 64;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;

  /// Two minutes of speech are far less.
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");

  private final String apiUrl;
  private final CloseableHttpClient client;

  /// @param apiUrl without a path, such as `https://api.twilio.com`
  /// @param connect how long a connection may take
  /// @param answer how long Twilio may be silent
  TwilioHttp(String apiUrl, Duration connect, Duration answer) {
    this.apiUrl = apiUrl;
    this.client = client(connect, answer);
  }

  /// Twilio asks for patience.
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    Busy(long seconds) {
      super("Twilio is busy", null, false, false);
      this.seconds = seconds;
    }

    /// For how long; empty if it did not say.
    Optional<Duration> after() {
      return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(
      Request request, int[] retryCodes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  /// @throws Busy if the answer is 429
  /// @throws ApiException if there is no whole answer; its cause says why
  @Override
  public Response makeRequest(Request request) {
    try {
      return client.execute(onTheWire(request), TwilioHttp::response);
    } catch (IOException e) {
      throw new ApiException(e.getClass().getSimpleName(), e);
    }
  }

  /// What an address holds.
  ///
  /// @param mediaType in small letters, without parameters; empty if the answer does not say
  record Content(byte[] bytes, String mediaType) {}

  /// What lies at a path, as it is; empty if there is nothing (any more).
  ///
  /// @throws Busy if the answer is 429
  /// @throws ApiException if it cannot be had
  Optional<Content> content(String path, String user, String password) {
    HttpGet wire = new HttpGet(apiUrl + path);
    String credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    wire.addHeader("Authorization", "Basic " + credentials);
    try {
      return client.execute(wire, answer -> contentOr(answer, wire::abort));
    } catch (IOException e) {
      throw new ApiException(e.getClass().getSimpleName(), e);
    }
  }

  /// Gives up at once if the answer is of no use: the client would read the rest of it first,
  /// however long it is.
  private static Optional<Content> contentOr(ClassicHttpResponse answer, Runnable giveUp)
      throws IOException {
    try {
      return content(answer);
    } catch (IOException e) {
      giveUp.run();
      throw e;
    }
  }

  private static Optional<Content> content(ClassicHttpResponse answer) throws IOException {
    if (answer.getCode() == TOO_MANY_REQUESTS) {
      throw new Busy(retryAfter(answer));
    }
    if (answer.getCode() == NOT_FOUND) {
      return Optional.empty();
    }
    if (answer.getCode() != OK || answer.getEntity() == null) {
      throw new IOException("an answer of " + answer.getCode());
    }
    byte[] bytes = answer.getEntity().getContent().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("too much to be a message");
    }
    return Optional.of(new Content(bytes, mediaType(answer.getEntity())));
  }

  private static String mediaType(HttpEntity entity) {
    String given = entity.getContentType() == null ? "" : entity.getContentType();
    return given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private HttpUriRequestBase onTheWire(Request request) {
    // The path and query of the SDK's address, at ours.
    String address = apiUrl + request.constructURL().getFile();
    HttpUriRequestBase wire = createHttpUriRequestBase(new Request(request.getMethod(), address));
    if (request.requiresAuthentication()) {
      wire.addHeader("Authorization", request.getAuthString());
    }
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(value -> wire.addHeader(name, value)));
    if (request.getMethod() == HttpMethod.POST) {
      List<NameValuePair> form = new ArrayList<>();
      request
          .getPostParams()
          .forEach((name, values) ->
              values.forEach(value -> form.add(new BasicNameValuePair(name, value))));
      wire.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
    }
    return wire;
  }

  private static Response response(ClassicHttpResponse answer) throws IOException {
    if (answer.getCode() == TOO_MANY_REQUESTS) {
      throw new Busy(retryAfter(answer));
    }
    try {
      String body =
          answer.getEntity() == null
              ? ""
              : EntityUtils.toString(answer.getEntity(), StandardCharsets.UTF_8);
      return new Response(body, answer.getCode(), answer.getHeaders());
    } catch (ParseException e) {
      throw new IOException("an answer that cannot be read", e);
    }
  }

  private static long retryAfter(ClassicHttpResponse answer) {
    Header header = answer.getFirstHeader("Retry-After");
    String value = header == null || header.getValue() == null ? "" : header.getValue();
    return SECONDS.matcher(value).matches() ? Long.parseLong(value) : 0;
  }

  private static CloseableHttpClient client(Duration connect, Duration answer) {
    long connectMillis = connect.toMillis();
    int answerMillis = (int) answer.toMillis();
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(connectMillis, TimeUnit.MILLISECONDS)
                        .setSocketTimeout(answerMillis, TimeUnit.MILLISECONDS)
                        .build())
                .setDefaultSocketConfig(
                    SocketConfig.custom().setSoTimeout(answerMillis, TimeUnit.MILLISECONDS).build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(connectMillis, TimeUnit.MILLISECONDS)
                .setResponseTimeout(answerMillis, TimeUnit.MILLISECONDS)
                .build())
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent("carer-signpost")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .build();
  }
}
