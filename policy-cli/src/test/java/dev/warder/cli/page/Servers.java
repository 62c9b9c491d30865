package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server that a page starts, one at a time, and the requests that go to it. */
final class Servers {
  /** The address that pages show. */
  private static final String ADDRESS = "http://127.0.0.1:8080";

  private static final Pattern ANY_ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  /** More than any limit of a page. */
  private static final int MOST_REQUESTS = 100;

  private final Path folder;
  private final CurlCommand curl;
  private @Nullable PageServer running;
  private String address = "";

  /**
   * Makes it without a server.
   *
   * @param folder where the reader types the commands
   */
  Servers(Path folder) {
    this.folder = folder;
    this.curl = new CurlCommand(folder);
  }

  /** Returns the first line that the server printed. */
  String start(PageServer server) {
    running = server;
    Matcher listens = ANY_ADDRESS.matcher(server.firstLine());
    assertThat(listens.find()).as(server.firstLine()).isTrue();
    address = listens.group();
    return server.firstLine() + "\n";
  }

  /** Returns a text with the address of the server that runs in the place of the shown one. */
  String reached(String text) {
    return running == null ? text : text.replace(ADDRESS, address);
  }

  /** Returns a text with the shown address in the place of that of the server that runs. */
  String shown(String text) {
    return running == null ? text : text.replace(address, ADDRESS);
  }

  /** Compiles and starts the program of the tutorial. */
  String startNotes() throws Exception {
    String pom = Files.readString(folder.resolve("pom.xml"));
    return start(new NotesServer(folder, PageProject.mainClass(pom)));
  }

  /** Returns the body of the answer to a request. */
  String answer(List<String> words) throws Exception {
    return curl.run(words, ADDRESS, address);
  }

  /** Returns the first body that has a text. */
  String answerWith(String expected, List<String> words) throws Exception {
    for (int i = 0; i < MOST_REQUESTS; i++) {
      String body = answer(words);
      if (body.contains(expected)) {
        return body;
      }
    }
    throw new AssertionError("no answer with " + expected);
  }

  /** Returns a text with the address that pages show in the place of each server's own. */
  static String withShownAddress(String text) {
    return ANY_ADDRESS.matcher(text).replaceAll(ADDRESS);
  }

  /** Ends the server, if one runs. */
  void end() throws Exception {
    if (running != null) {
      PageServer ended = running;
      running = null;
      ended.end();
    }
  }
}
