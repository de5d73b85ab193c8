package org.carersignpost.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.carersignpost.staff.SecondFactors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Setting up codes by app: the offer waits in the session until a code proves that the app has it.
@Component
public class SetUp {
  private static final String OFFER = "account.offer";

  private final SecondFactors secondFactors;

  SetUp(SecondFactors secondFactors) {
    this.secondFactors = secondFactors;
  }

  /// Shows the offer, the same one until it is confirmed.
  public void show(String name, HttpServletRequest request, Model model) {
    HttpSession session = request.getSession(true);
    SecondFactors.Offer offer =
        session.getAttribute(OFFER) instanceof String secret
            ? secondFactors.offered(name, secret)
            : secondFactors.offer(name);
    session.setAttribute(OFFER, offer.secret());
    model.addAttribute("qr", QrPicture.of(offer.address()));
    model.addAttribute("address", offer.address());
    model.addAttribute("secret", offer.secret().replaceAll("(.{4})(?!$)", "$1 "));
  }

  /// Confirms the offer.
  ///
  /// @param replaces whether codes set up before may be replaced
  /// @return the recovery codes; empty if the code is wrong
  public Optional<List<String>> confirm(
      String name, String code, boolean replaces, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(OFFER) instanceof String secret)) {
      return Optional.empty();
    }
    Optional<List<String>> codes = secondFactors.confirm(name, secret, code, replaces);
    if (codes.isPresent()) {
      session.removeAttribute(OFFER);
    }
    return codes;
  }
}
