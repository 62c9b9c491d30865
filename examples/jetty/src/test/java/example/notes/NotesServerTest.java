package example.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.testkit.TestIssuer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server over HTTP, with tokens for tests. */
class NotesServerTest {
  private final TestIssuer issuer = TestIssuer.create();
  private NotesServer server;

  @BeforeEach
  void start() throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = NotesServer.start(anyPort, issuer.verifierBuilder().withoutClockSkew());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private String bearer(String account, String... capabilities) {
    Instant issuedAt = Instant.now().minusSeconds(5);
    return "Bearer " + issuer.token(issuedAt).account(account).capabilities(capabilities).sign();
  }

  private HttpResponse<String> send(String method, String path, String body, String... fields)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, BodyPublishers.ofString(body));
    if (fields.length > 0) {
      request.headers(fields);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void health_needsNoToken() throws Exception {
    assertThat(send("GET", "/health", "").body()).isEqualTo("well");
  }

  @Test
  void note_needsAToken() throws Exception {
    assertThat(send("GET", "/v1/notes/1", "").statusCode()).isEqualTo(401);
    assertThat(send("GET", "/%761/notes/1", "").statusCode()).isEqualTo(400);
  }

  @Test
  void note_isReadByItsAccountAlone() throws Exception {
    String field = bearer("A", "read:note");
    assertThat(send("GET", "/v1/notes/1", "", "Authorization", field).body()).isEqualTo("Buy milk");
    assertThat(send("GET", "/v1/notes/2", "", "Authorization", field).statusCode()).isEqualTo(404);
  }

  @Test
  void write_needsItsCapability() throws Exception {
    String read = bearer("A", "read:note");
    assertThat(send("PUT", "/v1/notes/1", "Buy tea", "Authorization", read).statusCode())
        .isEqualTo(403);
    String both = bearer("A", "read:note", "write:note");
    assertThat(send("PUT", "/v1/notes/1", "Buy tea", "Authorization", both).statusCode())
        .isEqualTo(200);
    assertThat(send("GET", "/v1/notes/1", "", "Authorization", both).body()).isEqualTo("Buy tea");
  }

  /** Keys are fetched when the first token comes, so none of them is needed here. */
  @Test
  void tokensOfARealm_areAskedFor() throws Exception {
    server.stop();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = NotesServer.start(anyPort, NotesServer.tokensOf("https://id.example.com/realms/main"));
    assertThat(send("GET", "/v1/notes/1", "").statusCode()).isEqualTo(401);
  }
}
