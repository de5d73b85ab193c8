package org.carersignpost.conversation.redis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A few words with a Redis on this machine, before there is a real client and after it has gone.
///
/// It waits at most half a second to be let in and a second for an answer.
final class RedisWire implements Closeable {
  private static final int CONNECT_MILLIS = 500;
  private static final int ANSWER_MILLIS = 1_000;
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private RedisWire(Socket socket) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
  }

  /// Connects and shows the password.
  ///
  /// @throws IOException if nobody is there, or it is not a Redis that knows this password
  static RedisWire open(int port, String password) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), CONNECT_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      RedisWire wire = new RedisWire(socket);
      wire.call("AUTH", password);
      return wire;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Whether it has read its data and takes commands.
  boolean isReady() {
    try {
      return call("PING").equals("PONG");
    } catch (IOException e) {
      return false;
    }
  }

  /// The process that answers, by its own word.
  Optional<Long> processId() throws IOException {
    return call("INFO", "server")
        .lines()
        .filter(line -> line.startsWith("process_id:"))
        .map(line -> Long.valueOf(line.substring("process_id:".length()).strip()))
        .findFirst();
  }

  /// Asks it to end. It answers only if it does not.
  void shutdown() {
    try {
      call("SHUTDOWN", "NOSAVE");
    } catch (IOException e) {
      return;
    }
  }

  /// Sends one command and reads a plain answer; lists are not understood.
  String call(String... words) throws IOException {
    StringBuilder command = new StringBuilder("*").append(words.length).append("\r\n");
    for (String word : words) {
      int length = word.getBytes(StandardCharsets.UTF_8).length;
      command.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    out.write(command.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    String line = line();
    if (line.isEmpty()) {
      throw new IOException("Not a Redis");
    }
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+', ':' -> rest;
      case '$' -> bulk(rest);
      default -> throw new IOException("Refused");
    };
  }

  private String bulk(String length) throws IOException {
    int bytes = number(length);
    if (bytes < 0) {
      return "";
    }
    if (bytes > LONGEST_ANSWER) {
      throw new IOException("Too long an answer");
    }
    byte[] content = in.readNBytes(bytes);
    in.skipNBytes(2);
    return new String(content, StandardCharsets.UTF_8);
  }

  private static int number(String text) throws IOException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IOException("Not a Redis", e);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() < LONGEST_ANSWER) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("It hung up");
      }
      if (next == '\n') {
        return line.toString().stripTrailing();
      }
      line.append((char) next);
    }
    throw new IOException("Too long an answer");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
