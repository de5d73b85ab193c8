package org.carersignpost.channel.voice;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/// Where Twilio opens a websocket for a call. The handshake is signed as every webhook is, and its
/// address names the call.
final class ConversationRelaySocket extends TextWebSocketHandler implements DisposableBean {
  /// With and without the slash that some put at the end.
  static final String[] PATHS = {"/twilio/voice/*/relay", "/twilio/voice/*/relay/"};

  private static final Logger log = LoggerFactory.getLogger(ConversationRelaySocket.class);
  private static final Pattern PATH =
      Pattern.compile("/twilio/voice/([A-Za-z0-9_-]{1,64})/relay/?");
  private static final int MOST_CHARACTERS = 64 * 1024;
  private static final Duration LONGEST_SEND = Duration.ofSeconds(5);

  private final CallSteps steps;
  private final ForTheEar ear;
  private final Map<String, ConversationRelayCall> calls = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("relay-clock").factory());

  ConversationRelaySocket(CallSteps steps, ForTheEar ear) {
    this.steps = steps;
    this.ear = ear;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    String path = session.getUri() == null ? "" : session.getUri().getPath();
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      session.close(CloseStatus.POLICY_VIOLATION);
      return;
    }
    session.setTextMessageSizeLimit(MOST_CHARACTERS);
    WebSocketSession wire =
        new ConcurrentWebSocketSessionDecorator(
            session, (int) LONGEST_SEND.toMillis(), MOST_CHARACTERS);
    calls.put(
        session.getId(),
        new ConversationRelayCall(matcher.group(1), steps, ear, new SocketWire(wire), this::later));
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    ConversationRelayCall call = calls.get(session.getId());
    if (call != null) {
      call.received(message.getPayload());
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    ConversationRelayCall call = calls.remove(session.getId());
    if (call != null) {
      call.closed();
    }
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }

  /// The clock itself must never wait for a step.
  private Runnable later(Duration delay, Runnable task) {
    ScheduledFuture<?> planned =
        clock.schedule(
            () -> Thread.ofVirtual().name("relay-", 0).start(task),
            delay.toMillis(),
            TimeUnit.MILLISECONDS);
    return () -> planned.cancel(false);
  }

  private record SocketWire(WebSocketSession session) implements ConversationRelayCall.Wire {
    @Override
    public void send(String message) {
      try {
        session.sendMessage(new TextMessage(message));
      } catch (IOException | IllegalStateException e) {
        // Twilio goes on with the action of <Connect> when a socket is lost.
        log.warn("A socket was lost: {}", e.getClass().getSimpleName());
      }
    }

    @Override
    public void refuse() {
      try {
        session.close(CloseStatus.POLICY_VIOLATION);
      } catch (IOException e) {
        log.debug("A socket was closed already", e);
      }
    }
  }
}
