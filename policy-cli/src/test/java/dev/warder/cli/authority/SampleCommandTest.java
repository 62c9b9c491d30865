package dev.warder.cli.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.model.ControlApi;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCommandTest {
  @TempDir private Path folder;

  private static String refusal(String... args) {
    StringWriter err = new StringWriter();
    int exitCode = Run.printing(new PrintWriter(new StringWriter()), new PrintWriter(err), args);
    assertThat(exitCode).isEqualTo(2);
    return err.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client",
        "client=",
        "client=0",
        "client=1000000001",
        "clients=1",
        "=1",
        "token=x",
        ""
      })
  void limit_malformed_refused(String limit) {
    assertThat(refusal("sample", "--limit", limit))
        .startsWith(
            "warder: --limit is account=N, token=N, client=N or public=N, with N from 1 to"
                + " 1000000000, not `"
                + limit
                + "`\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536"})
  void port_outOfRange_refused(String port) {
    assertThat(refusal("sample", "--port", port))
        .startsWith("warder: --port is a number from 0 to 65535, not " + port + "\n");
  }

  private String[] onStore(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 6);
    String[] options = {
      "--store", folder.resolve("tokens.db").toString(), "--as", "ada", "--algorithm", "ES256"
    };
    System.arraycopy(options, 0, all, args.length, options.length);
    return all;
  }

  @Test
  void port_taken_told() throws Exception {
    assertThat(Run.warder(onStore("account", "add", "A")).exitCode()).isZero();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(refusal(onStore("sample", "--port", port)))
          .endsWith(
              "warder: port " + port + " is taken or not allowed; choose another with --port\n");
    }
  }

  @Test
  void catalogue_notKnownToBeWhole_warnedOnce() throws Exception {
    assertThat(Run.warder(onStore("account", "add", "A")).exitCode()).isZero();
    String text = ControlApi.catalogue().canonicalForm();
    Path file = Files.writeString(folder.resolve("mine.yaml"), text);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(refusal(onStore("sample", "--port", port, "--catalogue", file.toString())))
          .containsOnlyOnce("the file may be cut off")
          .contains(
              "warder: warning: "
                  + file
                  + ":1:1: the file may be cut off: its last line is not `# warder: whole, sha256"
                  + " …`; see that nothing is missing, then type `warder seal "
                  + file
                  + "`\n");
      assertThat(Run.warder("seal", file.toString()).exitCode()).isZero();
      assertThat(refusal(onStore("sample", "--port", port, "--catalogue", file.toString())))
          .doesNotContain("warning: " + file);
    }
  }

  @Test
  void store_notThere_toldAndNotMade() {
    assertThat(refusal(onStore("sample", "--port", "0")))
        .isEqualTo(
            "warder: there is no store at `%s`; name another with --store STORE or WARDER_STORE, or make one: type warder account add ID\n"
                .formatted(folder.resolve("tokens.db")));
    assertThat(folder).isEmptyDirectory();
  }
}
