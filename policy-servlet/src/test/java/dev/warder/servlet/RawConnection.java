package dev.warder.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A connection that sends requests as they stand, and is made anew when a server has closed it. */
final class RawConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  RawConnection(int port) {
    this.port = port;
  }

  /** Returns the answer's head and nothing of its body. */
  List<String> ask(String request, boolean hasNoBody) throws IOException {
    boolean isNew = socket == null;
    try {
      return send(request, hasNoBody);
    } catch (EOFException | SocketException e) {
      close();
      if (isNew) {
        throw e;
      }
      // The server has closed it after the answer before.
      return send(request, hasNoBody);
    }
  }

  private List<String> send(String request, boolean hasNoBody) throws IOException {
    Socket connected = socket == null ? connect() : socket;
    connected.getOutputStream().write(request.getBytes(ISO_8859_1));
    connected.getOutputStream().flush();
    List<String> head = head();
    boolean isKept = skipBody(head, hasNoBody);
    if (!isKept || has(head, "connection: close")) {
      close();
    }
    return head;
  }

  private Socket connect() throws IOException {
    Socket made = new Socket(InetAddress.getLoopbackAddress(), port);
    made.setSoTimeout(TIMEOUT_MILLIS);
    made.setTcpNoDelay(true);
    socket = made;
    in = new BufferedInputStream(made.getInputStream());
    return made;
  }

  private List<String> head() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty() || lines.isEmpty(); line = line()) {
      lines.add(line);
    }
    return lines;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the answer ends in its head: " + line);
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Returns whether the connection can be used again. */
  private boolean skipBody(List<String> head, boolean hasNoBody) throws IOException {
    int status = Integer.parseInt(head.get(0).split(" ", -1)[1]);
    if (hasNoBody || status == 204 || status == 304) {
      return true;
    }
    if (has(head, "transfer-encoding: chunked")) {
      for (int size = chunk(); size > 0; size = chunk()) {
        in.skipNBytes(size + 2L);
      }
      return line().isEmpty();
    }
    for (String line : head) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        in.skipNBytes(Long.parseLong(line.substring(line.indexOf(':') + 1).strip()));
        return true;
      }
    }
    return false;
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private static boolean has(List<String> head, String line) {
    return head.stream().anyMatch(line::equalsIgnoreCase);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
