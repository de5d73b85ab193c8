package org.carersignpost.channel.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carersignpost.channel.sms.StatusWebhook;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// Stands in for Twilio where texts are concerned: brings one to our own webhook and reads the
/// TwiML that comes back.
@Component
@DemonstrationOnly
class SimulatedTwilio {
  private static final String PATH = "/twilio/sms";

  private final SignedPosts posts;

  SimulatedTwilio(SignedPosts posts) {
    this.posts = posts;
  }

  /// The texts that answer this one; none if the service is silent.
  ///
  /// @param sid a message id; the same one again is a repeat
  /// @param mediaCount how many pictures are said to come along
  List<String> text(String sid, SimulatedNumber from, String body, int mediaCount)
      throws Undelivered {
    List<String> texts = texts(posts.post(PATH, form(sid, from, body, mediaCount), sid));
    tellDelivered(sid, from, texts.size());
    return texts;
  }

  /// The phone on the page shows what it is given, so every answer arrives.
  private void tellDelivered(String sid, SimulatedNumber to, int count) {
    for (int part = 0; part < count; part++) {
      String answer = SignedPosts.newSid("SM");
      Map<String, String> form = new LinkedHashMap<>();
      form.put("MessageSid", answer);
      form.put("MessageStatus", "delivered");
      form.put("AccountSid", posts.accountSid());
      form.put("From", posts.serviceNumber());
      form.put("To", to.e164());
      posts.tell(StatusWebhook.pathOfAnswers(sid) + part, form, answer);
    }
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
    form.put("To", posts.serviceNumber());
    form.put("NumSegments", "1");
    form.put("MessageSid", sid);
    form.put("AccountSid", posts.accountSid());
    form.put("From", from.e164());
    form.put("ApiVersion", "2010-04-01");
    return form;
  }

  private static List<String> texts(String twiml) throws Undelivered {
    List<String> texts = new ArrayList<>();
    NodeList messages = TwimlReader.response(twiml).getElementsByTagName("Message");
    for (int i = 0; i < messages.getLength(); i++) {
      Element message = (Element) messages.item(i);
      Node body = message.getElementsByTagName("Body").item(0);
      texts.add((body == null ? message : body).getTextContent());
    }
    return texts;
  }
}
