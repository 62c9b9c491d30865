package dev.warder.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenServiceBuilder;
import dev.warder.model.ControlApi;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that cannot start leaves nothing open. */
class FailedStartTest {
  @TempDir private Path folder;
  private SampleStore store;

  @BeforeEach
  void open() throws Exception {
    store = new SampleStore(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static ServerSocket socket(int port) throws Exception {
    return new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = socket(0)) {
      return socket.getLocalPort();
    }
  }

  private static SampleGateway start(TokenServiceBuilder tokens, int port, int apiPort)
      throws Exception {
    return SampleGateway.start(
        tokens, ControlApi.catalogue().limits(), port, ExchangeThreads.Bounds.USUAL, apiPort);
  }

  /** One service at a time has a mark. */
  @Test
  void start_portOfTheStubTaken_leavesMarkAndPortToTheNext() throws Exception {
    int port = freePort();
    try (ServerSocket taken = socket(0)) {
      assertThatThrownBy(() -> start(store.tokens(), port, taken.getLocalPort()))
          .isInstanceOf(BindException.class);
    }
    try (SampleGateway next = start(store.tokens(), port, 0)) {
      assertThat(next.address()).endsWith(":" + port);
    }
  }

  @Test
  void start_ownPortTaken_leavesMarkAndPortOfTheStubToTheNext() throws Exception {
    int apiPort = freePort();
    try (ServerSocket taken = socket(0)) {
      assertThatThrownBy(() -> start(store.tokens(), taken.getLocalPort(), apiPort))
          .isInstanceOf(BindException.class);
    }
    try (SampleGateway next = start(store.tokens(), 0, apiPort)) {
      assertThat(next.address()).startsWith("http://127.0.0.1:");
    }
  }

  @Test
  void start_serviceThatCannotBeOpened_leavesBothPortsToTheNext() throws Exception {
    int port = freePort();
    int apiPort = freePort();
    TokenServiceBuilder broken = store.tokens().store(folder.toString());
    assertThatThrownBy(() -> start(broken, port, apiPort)).isInstanceOf(StoreFailure.class);
    try (SampleGateway next = start(store.tokens(), port, apiPort)) {
      assertThat(next.address()).endsWith(":" + port);
    }
  }
}
