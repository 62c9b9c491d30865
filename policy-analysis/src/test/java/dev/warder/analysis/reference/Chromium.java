package dev.warder.analysis.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser without a window, started and stopped by the tests. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String ANNOUNCED = "DevTools listening on ";

  private final Process process;
  private final DevTools tools;

  private Chromium(Process process, DevTools tools) {
    this.process = process;
    this.tools = tools;
  }

  /** Starts one that keeps its files in a folder and can reach no host. */
  static Chromium start(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                executable().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--no-default-browser-check",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--lang=en-GB",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    return new Chromium(process, new DevTools(address(process)));
  }

  private static Path executable() {
    String chosen = System.getProperty("warder.chromium", "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen);
    }
    String[] folders =
        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
    return NAMES.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "these tests need a Chromium and there is none on the PATH: install one"
                        + " (Debian's package is `chromium`), name it with"
                        + " -Dwarder.chromium=FILE, or leave out -Pbrowser"));
  }

  private static URI address(Process process) throws IOException {
    BufferedReader lines = process.inputReader(UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(ANNOUNCED)) {
        URI address = URI.create(line.substring(ANNOUNCED.length()));
        // Whatever it says from now on is read, so that it never waits for us.
        Thread reader = new Thread(() -> lines.lines().forEach(ignored -> {}), "chromium");
        reader.setDaemon(true);
        reader.start();
        return address;
      }
    }
    throw new AssertionError("the browser did not start:\n" + said);
  }

  /** Opens a tab of its own. */
  Tab tab() {
    ObjectNode blank = DevTools.JSON.createObjectNode().put("url", "about:blank");
    String target = tools.send("", "Target.createTarget", blank).get("targetId").asText();
    ObjectNode attach =
        DevTools.JSON.createObjectNode().put("targetId", target).put("flatten", true);
    String session = tools.send("", "Target.attachToTarget", attach).get("sessionId").asText();
    return new Tab(tools, session, target);
  }

  @Override
  public void close() {
    try {
      tools.send("", "Browser.close", DevTools.JSON.createObjectNode());
      DevTools.get(process.onExit());
    } finally {
      tools.close();
      process.destroyForcibly();
    }
  }
}
