package org.carersignpost.channel.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands before every webhook: first the size is limited, then the signature checked, and only
/// then is work done.
///
/// What passes carries a [SignedForm]; its parameters and body can still be read as usual.
final class TwilioFilter extends OncePerRequestFilter {
  static final int MOST_BYTES = 64 * 1024;
  static final int MOST_PARAMETERS = 200;
  private static final int MOST_DRAINED_BYTES = 1024 * 1024;
  private static final String SIGNATURE = "X-Twilio-Signature";
  private static final Logger log = LoggerFactory.getLogger(TwilioFilter.class);

  private final TwilioSignatures signatures;
  private final MeterRegistry meters;

  TwilioFilter(TwilioSignatures signatures, MeterRegistry meters) {
    this.signatures = signatures;
    this.meters = meters;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean post = HttpMethod.POST.matches(request.getMethod());
    if (!post && !HttpMethod.GET.matches(request.getMethod())) {
      response.setHeader("Allow", "GET, POST");
      refuse(response, HttpStatus.METHOD_NOT_ALLOWED, "method");
      return;
    }
    byte[] body = post ? body(request) : new byte[0];
    if (body.length > MOST_BYTES) {
      refuse(response, HttpStatus.CONTENT_TOO_LARGE, "size");
      return;
    }
    Map<String, List<String>> query;
    Map<String, List<String>> form;
    try {
      query = FormEncoding.decode(query(request), MOST_PARAMETERS);
      form =
          isForm(request)
              ? FormEncoding.decode(new String(body, StandardCharsets.UTF_8), MOST_PARAMETERS)
              : Map.of();
    } catch (FormEncoding.TooManyParameters e) {
      refuse(response, HttpStatus.CONTENT_TOO_LARGE, "parameters");
      return;
    } catch (IllegalArgumentException e) {
      // Nobody can have signed what cannot be decoded.
      refuse(response, HttpStatus.FORBIDDEN, "encoding");
      return;
    }
    String signature = request.getHeader(SIGNATURE);
    boolean isSigned =
        isHandshake(request)
            ? signatures.matchesHandshake(pathAndQuery(request), signature)
            : signatures.matches(pathAndQuery(request), signedValues(form), signature);
    if (!isSigned) {
      refuse(response, HttpStatus.FORBIDDEN, "signature");
      return;
    }
    request.setAttribute(SignedForm.ATTRIBUTE, new SignedForm(post ? form : query, query));
    chain.doFilter(new ReadRequest(request, body, query, form), response);
  }

  /// The body, or more bytes than are accepted; the rest is left unread.
  private static byte[] body(HttpServletRequest request) throws IOException {
    InputStream in = request.getInputStream();
    int said = request.getContentLength();
    byte[] body = in.readNBytes(said >= 0 && said <= MOST_BYTES ? said : MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      // Whoever is still sending would otherwise see a broken connection instead of the answer.
      in.skip(MOST_DRAINED_BYTES);
    }
    return body;
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.regionMatches(
            true,
            0,
            MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            0,
            MediaType.APPLICATION_FORM_URLENCODED_VALUE.length());
  }

  /// Whether a websocket is to be opened.
  private static boolean isHandshake(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private static String query(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? "" : query;
  }

  private static String pathAndQuery(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  /// One value a name, as the SDK wants it. A name that comes twice is signed as name and value for
  /// each distinct value in order, which joining them in the same way gives.
  private static Map<String, String> signedValues(Map<String, List<String>> form) {
    Map<String, String> values = HashMap.newHashMap(form.size());
    form.forEach((name, all) -> values.put(name, String.join(name, new TreeSet<>(all))));
    return values;
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String reason)
      throws IOException {
    log.warn("A webhook call was refused with {}: {}", status.value(), reason);
    meters.counter("signpost.webhooks.refused", "reason", reason).increment();
    response.setStatus(status.value());
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.getOutputStream().print(status.getReasonPhrase());
  }
}
