package org.carersignpost.channel.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.carersignpost.channel.sms.StatusWebhook;
import org.carersignpost.channel.twilio.FormEncoding;
import org.carersignpost.channel.twilio.TwilioSignatures;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Stands in for Twilio: brings a text to our own webhook over HTTP, signed, and reads the TwiML
/// that comes back.
@Component
@DemonstrationOnly
class SimulatedTwilio {
  private static final String PATH = "/twilio/sms";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(15);
  private static final String NO_ACCOUNT = "AC" + "0".repeat(32);
  private static final String SERVICE_NUMBER = "+447700900000";

  private final TwilioSignatures signatures;
  private final Environment environment;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  SimulatedTwilio(TwilioSignatures signatures, Environment environment) {
    this.signatures = signatures;
    this.environment = environment;
  }

  /// The webhook did not answer as it should; the message says how, in words that may be shown.
  static final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    Undelivered(String message) {
      super(message);
    }

    Undelivered(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// The texts that answer this one; none if the service is silent.
  ///
  /// @param sid a message id; the same one again is a repeat
  /// @param mediaCount how many pictures are said to come along
  List<String> text(String sid, SimulatedNumber from, String body, int mediaCount)
      throws Undelivered {
    Map<String, String> form = form(sid, from, body, mediaCount);
    try {
      HttpResponse<String> response =
          http.send(request(PATH, form, sid), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new Undelivered("The webhook answered " + response.statusCode() + ".");
      }
      List<String> texts = texts(response.body());
      tellDelivered(sid, from, texts.size());
      return texts;
    } catch (IOException e) {
      throw new Undelivered("The webhook did not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undelivered("The service is stopping.", e);
    }
  }

  /// The phone on the page shows what it is given, so every answer arrives.
  private void tellDelivered(String sid, SimulatedNumber to, int count) {
    for (int part = 0; part < count; part++) {
      String answer = "SM" + UUID.randomUUID().toString().replace("-", "");
      Map<String, String> form = new LinkedHashMap<>();
      form.put("MessageSid", answer);
      form.put("MessageStatus", "delivered");
      form.put("AccountSid", property("signpost.twilio.account-sid", NO_ACCOUNT));
      form.put("From", property("signpost.twilio.phone-number", SERVICE_NUMBER));
      form.put("To", to.e164());
      HttpRequest told = request(StatusWebhook.pathOfAnswers(sid) + part, form, answer);
      var _ = http.sendAsync(told, HttpResponse.BodyHandlers.discarding());
    }
  }

  private HttpRequest request(String pathAndQuery, Map<String, String> form, String token) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + pathAndQuery))
        .timeout(READ)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("X-Twilio-Signature", signatures.sign(pathAndQuery, form))
        .header("I-Twilio-Idempotency-Token", token)
        .POST(HttpRequest.BodyPublishers.ofString(FormEncoding.encode(form)))
        .build();
  }

  private String port() {
    return environment.getProperty(
        "local.server.port", environment.getProperty("server.port", "8080"));
  }

  private Map<String, String> form(String sid, SimulatedNumber from, String body, int mediaCount) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("ToCountry", "GB");
    form.put("SmsMessageSid", sid);
    form.put("NumMedia", Integer.toString(mediaCount));
    for (int i = 0; i < mediaCount; i++) {
      form.put("MediaContentType" + i, "image/jpeg");
      form.put("MediaUrl" + i, "https://api.twilio.com/Media/" + sid + i);
    }
    form.put("SmsSid", sid);
    form.put("SmsStatus", "received");
    form.put("Body", body);
    form.put("FromCountry", "GB");
    form.put("To", property("signpost.twilio.phone-number", SERVICE_NUMBER));
    form.put("NumSegments", "1");
    form.put("MessageSid", sid);
    form.put("AccountSid", property("signpost.twilio.account-sid", NO_ACCOUNT));
    form.put("From", from.e164());
    form.put("ApiVersion", "2010-04-01");
    return form;
  }

  private String property(String name, String otherwise) {
    String value = environment.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }

  private static List<String> texts(String twiml) throws Undelivered {
    Document document;
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(twiml)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new Undelivered("The webhook's answer is not TwiML.", e);
    }
    List<String> texts = new ArrayList<>();
    NodeList messages = document.getElementsByTagName("Message");
    for (int i = 0; i < messages.getLength(); i++) {
      Element message = (Element) messages.item(i);
      Node body = message.getElementsByTagName("Body").item(0);
      texts.add((body == null ? message : body).getTextContent());
    }
    return texts;
  }
}
