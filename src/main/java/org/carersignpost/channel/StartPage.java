package org.carersignpost.channel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what this is, for carers and for staff, and where to go from here.
@Controller
class StartPage {
  private final boolean live;
  private final String number;

  StartPage(
      @Value("${signpost.demonstration:false}") boolean demonstration,
      @Value("${signpost.twilio.phone-number:}") String number) {
    this.live = !demonstration;
    this.number = number;
  }

  @GetMapping("/")
  String start(Model model) {
    if (live && !number.isBlank()) {
      model.addAttribute("number", number);
      model.addAttribute("numberToRead", asPeopleReadIt(number));
    }
    return "start";
  }

  private static String asPeopleReadIt(String number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.format(numbers.parse(number, "GB"), PhoneNumberFormat.NATIONAL);
    } catch (NumberParseException e) {
      return number;
    }
  }
}
