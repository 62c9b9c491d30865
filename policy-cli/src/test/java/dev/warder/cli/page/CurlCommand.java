package dev.warder.cli.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Sends what {@code curl -s} would, and returns the body. */
final class CurlCommand {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;

  /**
   * Makes one.
   *
   * @param folder where the reader types the command
   */
  CurlCommand(Path folder) {
    this.folder = folder;
  }

  /**
   * Sends the request of a command line.
   *
   * @param shown scheme, host and port on the page
   * @param real those of the server
   */
  String run(List<String> words, String shown, String real) throws Exception {
    Iterator<String> rest = words.iterator();
    assertThat(rest.next()).isEqualTo("curl");
    assertThat(rest.next()).isEqualTo("-s");
    HttpRequest.Builder request = HttpRequest.newBuilder();
    String method = "GET";
    while (rest.hasNext()) {
      String word = rest.next();
      if (word.equals("-X")) {
        method = rest.next();
      } else if (word.equals("-H")) {
        addHeader(request, rest.next());
      } else {
        assertThat(word).startsWith(shown + "/");
        request.uri(URI.create(word.replace(shown, real)));
      }
    }
    return client
        .send(request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString(UTF_8))
        .body();
  }

  private void addHeader(HttpRequest.Builder request, String file) throws Exception {
    assertThat(file).startsWith("@");
    String[] field = Files.readString(folder.resolve(file.substring(1))).strip().split(": ", 2);
    request.header(field[0], field[1]);
  }
}
