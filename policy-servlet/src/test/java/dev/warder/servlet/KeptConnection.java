package dev.warder.servlet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A connection for many requests, whose answers are 200 and have bodies of one length. */
final class KeptConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final int PLACE_OF_STATUS = "HTTP/1.1 ".length();

  private final Socket socket;
  private final InputStream in;
  private final int bodyLength;
  private final byte[] answer = new byte[8 * 1024];

  KeptConnection(int port, int bodyLength) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
    this.bodyLength = bodyLength;
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
    while (end < 0 || length < end + bodyLength) {
      int read = in.read(answer, length, answer.length - length);
      if (read < 0) {
        throw new EOFException("the server has closed the connection");
      }
      length += read;
      end = end < 0 ? endOfHead(length) : end;
    }
    if (answer[PLACE_OF_STATUS] != '2') {
      throw new IOException("not allowed");
    }
  }

  private int endOfHead(int length) {
    for (int i = 3; i < length; i++) {
      if (answer[i] == '\n' && answer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
