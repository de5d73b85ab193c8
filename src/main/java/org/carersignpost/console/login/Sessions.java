package org.carersignpost.console.login;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.carersignpost.privacy.Seal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Keeps logins in Redis, so that every copy of the service knows them and a restart ends none.
///
/// Sessions live by Redis' own time and not by the service's clock, which somebody may move in
/// demonstration mode.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Sessions {
  /// All in one slot, because a changed id is a renamed key.
  private static final String NAMESPACE = "{s00}:session";

  @Bean
  FilterRegistrationBean<SessionFilter> sessionFilter(
      RedisConnectionFactory connections,
      Seal seal,
      @Value("${signpost.staff.idle-time-out:60m}") Duration idle,
      @Value("${signpost.public-url}") String publicUrl) {
    CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(new SealedCookies(seal, publicUrl.startsWith("https:")));
    var sessions =
        new SessionRepositoryFilter<>(new PatientSessions<>(inRedis(connections, seal, idle)));
    sessions.setHttpSessionIdResolver(ids);

    var filter = new FilterRegistrationBean<>(new SessionFilter(sessions));
    filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
    return filter;
  }

  static RedisSessionRepository inRedis(
      RedisConnectionFactory connections, Seal seal, Duration idle) {
    RedisSessionRepository sessions = new RedisSessionRepository(template(connections, seal));
    sessions.setRedisKeyNamespace(NAMESPACE);
    sessions.setDefaultMaxInactiveInterval(idle);
    return sessions;
  }

  private static RedisTemplate<String, Object> template(
      RedisConnectionFactory connections, Seal seal) {
    RedisTemplate<String, Object> template = new RedisTemplate<>();
    template.setConnectionFactory(connections);
    template.setKeySerializer(RedisSerializer.string());
    template.setHashKeySerializer(RedisSerializer.string());
    template.setHashValueSerializer(new SealedValues(seal));
    template.setValueSerializer(new SealedValues(seal));
    template.afterPropertiesSet();
    return template;
  }
}
