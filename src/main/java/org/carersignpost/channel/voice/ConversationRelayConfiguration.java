package org.carersignpost.channel.voice;

import org.carersignpost.channel.Diction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/// Opens the websocket for calls, where an operator wants it.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@ConditionalOnProperty("signpost.voice.conversation-relay")
class ConversationRelayConfiguration {
  @Bean
  ConversationRelaySocket conversationRelaySocket(CallSteps steps, Diction diction) {
    return new ConversationRelaySocket(steps, new ForTheEar(diction));
  }

  @Bean
  WebSocketConfigurer conversationRelaySockets(ConversationRelaySocket socket) {
    return registry -> registry.addHandler(socket, ConversationRelaySocket.PATHS);
  }
}
