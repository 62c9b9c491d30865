package dev.warder.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;

/** A connection for many requests, whose answers are 200 and say how long their bodies are. */
final class KeptConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final byte[] LENGTH_FIELD = "Content-Length: ".getBytes(US_ASCII);
  private static final int PLACE_OF_STATUS = "HTTP/1.1 ".length();

  private final Socket socket;
  private final InputStream in;
  private final byte[] answer = new byte[8 * 1024];

  KeptConnection(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
  }

  /**
   * Sends a request, and reads its answer to the end.
   *
   * @throws IOException when the answer is not 200
   */
  void ask(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int length = 0;
    int end = -1;
    while (end < 0 || length < end) {
      int read = in.read(answer, length, answer.length - length);
      if (read < 0) {
        throw new EOFException("the server has closed the connection");
      }
      length += read;
      end = end < 0 ? end(length) : end;
    }
    if (answer[PLACE_OF_STATUS] != '2') {
      throw new IOException("not allowed");
    }
  }

  /** Returns where the answer ends, or -1 while its head is not whole. */
  private int end(int length) throws IOException {
    int bodyLength = -1;
    for (int i = 3; i < length; i++) {
      if (answer[i] != '\n') {
        continue;
      }
      if (answer[i - 2] == '\n') {
        if (bodyLength < 0) {
          throw new IOException("an answer without Content-Length");
        }
        return i + 1 + bodyLength;
      }
      bodyLength = startsAt(i + 1, length) ? number(i + 1 + LENGTH_FIELD.length) : bodyLength;
    }
    return -1;
  }

  private boolean startsAt(int start, int length) {
    int end = start + LENGTH_FIELD.length;
    return end < length && Arrays.equals(answer, start, end, LENGTH_FIELD, 0, LENGTH_FIELD.length);
  }

  private int number(int start) {
    int number = 0;
    for (int i = start; answer[i] >= '0' && answer[i] <= '9'; i++) {
      number = 10 * number + answer[i] - '0';
    }
    return number;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
