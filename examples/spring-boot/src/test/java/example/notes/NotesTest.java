package example.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.spring.test.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service over HTTP, with tokens for tests. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"server.address=127.0.0.1", "warder.strictMappings=true"})
@Import(TestTokens.class)
class NotesTest {
  @TempDir static Path folder;

  @LocalServerPort private int port;
  @Autowired private TestTokens tokens;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", () -> "jdbc:sqlite:" + folder.resolve("notes.db"));
  }

  private HttpResponse<String> send(String method, String path, String body, String... fields)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (fields.length > 0) {
      request.headers(fields);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, String... fields) throws Exception {
    return send("GET", path, null, fields);
  }

  @Test
  void health_needsNoToken() throws Exception {
    assertThat(get("/health").body()).isEqualTo("well");
  }

  @Test
  void note_needsAToken() throws Exception {
    assertThat(get("/v1/notes/1").statusCode()).isEqualTo(401);
  }

  @Test
  void note_isReadByItsAccountAlone() throws Exception {
    String field = tokens.bearer("A", "read:note");
    assertThat(get("/v1/notes/1", "Authorization", field).body()).isEqualTo("Buy milk");
    assertThat(get("/v1/notes/2", "Authorization", field).statusCode()).isEqualTo(404);
  }

  @Test
  void denial_saysWhatToAdd() throws Exception {
    String field = tokens.bearer("B", "read:note");
    HttpResponse<String> answer = send("PUT", "/v1/notes/2", "Call work", "Authorization", field);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("write:note");
    assertThat(get("/v1/notes/2", "Authorization", field).body()).isEqualTo("Call home");
  }
}
