package org.carersignpost.console.login;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.carersignpost.privacy.Seal;
import org.carersignpost.privacy.SealException;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The cookie of a login: the session's id, sealed.
///
/// Whoever reads the ids in Redis cannot make a cookie of them, and a made-up cookie never causes a
/// look-up there.
final class SealedCookies implements CookieSerializer {
  static final String NAME = "signpost-session";
  private static final String CONTEXT = "session-cookie";

  private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();
  private final Seal seal;

  /// @param secure whether people come by https
  SealedCookies(Seal seal, boolean secure) {
    this.seal = seal;
    cookies.setCookieName(secure ? "__Host-" + NAME : NAME);
    cookies.setCookiePath("/");
    cookies.setUseSecureCookie(secure);
    cookies.setUseHttpOnlyCookie(true);
    cookies.setSameSite("Lax");
    cookies.setUseBase64Encoding(false);
  }

  @Override
  public void writeCookieValue(CookieValue cookie) {
    String id = cookie.getCookieValue();
    String sealed =
        id.isEmpty()
            ? id
            : Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.seal(id.getBytes(StandardCharsets.UTF_8), CONTEXT));
    cookies.writeCookieValue(new CookieValue(cookie.getRequest(), cookie.getResponse(), sealed));
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return cookies.readCookieValues(request).stream()
        .map(this::opened)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> opened(String value) {
    try {
      byte[] id = seal.open(Base64.getUrlDecoder().decode(value), CONTEXT);
      return Optional.of(new String(id, StandardCharsets.UTF_8));
    } catch (SealException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
