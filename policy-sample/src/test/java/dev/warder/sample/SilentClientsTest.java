package dev.warder.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.authority.IssuedToken;
import dev.warder.model.ControlApi;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that begin a request and go no further. Times only end a test that would never end. */
class SilentClientsTest {
  private static final int THREADS = 4;
  private static final int PATIENCE_MILLIS = 60_000;
  private static final Duration FOREVER = Duration.ofDays(1);

  /** In a request {@code TOKEN} stands for a field with a good token. */
  private static final String BODY_WITHHELD =
      "PATCH /v1/apps/28AB9a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n";

  private static final String CHUNKED =
      "PATCH /v1/apps/28AB9a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n";

  @TempDir private Path folder;
  private SampleStore store;
  private IssuedToken writer;
  private final List<Socket> silent = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    store = new SampleStore(folder);
    writer = store.issue("writer", "all of Apps");
  }

  @AfterEach
  void close() throws Exception {
    for (Socket socket : silent) {
      socket.close();
    }
    store.close();
  }

  private SampleGateway gateway(Duration atMost, Duration whileOthersWait) throws Exception {
    return SampleGateway.start(
        store.tokens(),
        ControlApi.catalogue().limits(),
        0,
        new ExchangeThreads.Bounds(THREADS, atMost, whileOthersWait),
        0);
  }

  private static Socket connect(String address) throws Exception {
    URI uri = URI.create(address);
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private Socket begin(String address, String request) throws Exception {
    Socket socket = connect(address);
    silent.add(socket);
    String field = "Authorization: Bearer " + writer.value() + "\r\n";
    socket.getOutputStream().write(request.replace("TOKEN", field).getBytes(UTF_8));
    return socket;
  }

  /** Asks again where the connection is closed without an answer, as clients do. */
  private String answer(String address, String request) throws Exception {
    String answer = "";
    while (answer.isEmpty()) {
      Socket socket = begin(address, request + "TOKENHost: h\r\nConnection: close\r\n\r\n");
      answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
    return answer;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PATCH /v1/ap",
        "GET /v1/me HTTP/1.1\r\nHost: h\r\nX-",
        BODY_WITHHELD + "\r\n",
        BODY_WITHHELD + "\r\nab",
        BODY_WITHHELD + "Expect: 100-continue\r\n\r\n",
        BODY_WITHHELD + "TOKEN\r\n",
        BODY_WITHHELD + "TOKEN\r\nab",
        CHUNKED + "TOKEN\r\n5\r\nab",
        CHUNKED + "\r\n",
      })
  void requests_halfSent_leaveThreadsToOthers(String request) throws Exception {
    try (SampleGateway gateway = gateway(FOREVER, Duration.ofMillis(100))) {
      for (int i = 0; i < 2 * THREADS; i++) {
        begin(gateway.address(), request);
      }
      assertThat(answer(gateway.address(), "GET /v1/me HTTP/1.1\r\n")).startsWith("HTTP/1.1 200 ");
      assertThat(answer(gateway.address(), "PATCH /v1/apps/28AB9a HTTP/1.1\r\n"))
          .startsWith("HTTP/1.1 200 ")
          .endsWith("\"name\":\"Chat\"}\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATCH /v1/ap",
        "GET /v1/me HTTP/1.1\r\nHost: h\r\nX-",
        BODY_WITHHELD + "\r\n",
        BODY_WITHHELD + "TOKEN\r\nab",
      })
  void request_halfSent_closedInTheEnd(String request) throws Exception {
    try (SampleGateway gateway = gateway(Duration.ofMillis(1), FOREVER)) {
      Socket socket = begin(gateway.address(), request);
      assertThatCode(() -> readUntilClosed(socket)).doesNotThrowAnyException();
    }
  }

  private static void readUntilClosed(Socket socket) throws Exception {
    try {
      byte[] unused = socket.getInputStream().readAllBytes();
    } catch (SocketException e) {
      // closed with bytes unread, which is a reset
    }
  }

  @Test
  void denial_ofARequestWhoseBodyIsWithheld_arrivesWhole() throws Exception {
    try (SampleGateway gateway = gateway(FOREVER, FOREVER)) {
      Socket socket = begin(gateway.address(), BODY_WITHHELD + "\r\n");
      String answer = untilBrace(socket.getInputStream());
      assertThat(answer).startsWith("HTTP/1.1 401 ").contains("\"reason\":\"missing-token\"");
    }
  }

  private static String untilBrace(InputStream stream) throws Exception {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    for (int b = stream.read(); b >= 0; b = stream.read()) {
      read.write(b);
      if (b == '}') {
        break;
      }
    }
    return read.toString(UTF_8);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void answers_neverRead_closedInTheEnd() throws Exception {
    try (SampleGateway gateway = gateway(Duration.ofMillis(300), FOREVER)) {
      Socket socket = connect(gateway.address());
      silent.add(socket);
      assertThatThrownBy(() -> sendForEver(socket)).isInstanceOf(SocketException.class);
    }
  }

  private static void sendForEver(Socket socket) throws Exception {
    byte[] requests = "GET /v1/me HTTP/1.1\r\nHost: h\r\n\r\n".repeat(100).getBytes(UTF_8);
    while (true) {
      socket.getOutputStream().write(requests);
    }
  }

  @Test
  void body_ofOneMebibyte_sentOnAndOneByteMoreNot() throws Exception {
    try (SampleGateway gateway = gateway(FOREVER, FOREVER)) {
      assertThat(sent(gateway, 1 << 20)).startsWith("HTTP/1.1 200 ");
      assertThat(sent(gateway, (1 << 20) + 1))
          .startsWith("HTTP/1.1 413 ")
          .endsWith("a body of more than 1 MiB is not sent on\n");
    }
  }

  private String sent(SampleGateway gateway, int bytes) throws Exception {
    String head =
        "PATCH /v1/apps/28AB9a HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: ";
    Socket socket = begin(gateway.address(), head + bytes + "\r\nTOKEN\r\n");
    socket.getOutputStream().write(new byte[bytes]);
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void stub_askedHalf_answersOthers() throws Exception {
    try (StubApi api =
        new StubApi(new ExchangeThreads.Bounds(THREADS, FOREVER, Duration.ofMillis(100)), 0)) {
      for (int i = 0; i < 2 * THREADS; i++) {
        begin(api.address(), "GET / HTTP/1.1\r\n");
      }
      assertThat(answer(api.address(), "GET / HTTP/1.1\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }
}
