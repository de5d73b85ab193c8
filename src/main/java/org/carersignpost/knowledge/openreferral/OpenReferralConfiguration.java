package org.carersignpost.knowledge.openreferral;

import java.time.InstantSource;
import java.time.ZoneId;
import org.carersignpost.knowledge.Knowledge;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/// Puts the feed together.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(OpenReferralProperties.class)
class OpenReferralConfiguration {
  @Bean
  Feed openReferralFeed(Knowledge knowledge, @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    return new Feed(knowledge::written, InstantSource.system(), zone);
  }

  @Bean
  FilterRegistrationBean<PublicEdge> openReferralEdge(
      OpenReferralProperties properties, RedisConnectionFactory connections) {
    RequestLimits limits =
        new RequestLimits(properties.perAddress(), new RedisBuckets(connections));
    var edge = new FilterRegistrationBean<>(new PublicEdge(limits));
    edge.addUrlPatterns(OpenReferralApi.PATH, OpenReferralApi.PATH + "/*");
    return edge;
  }
}
