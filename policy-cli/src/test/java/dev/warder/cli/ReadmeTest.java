package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private static List<String> blocks(String language) throws Exception {
    Pattern block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
    return block.matcher(Files.readString(README)).results().map(r -> r.group(1)).toList();
  }

  @TestFactory
  List<DynamicTest> commands_printWhatIsShown() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String block : blocks("console")) {
      for (String shown : block.split("(?m)^\\$ ", -1)) {
        if (shown.startsWith("./warder") && !block.contains("127.0.0.1")) {
          String command = shown.substring(0, shown.indexOf('\n'));
          String output = shown.substring(shown.indexOf('\n') + 1);
          tests.add(dynamicTest(command, () -> assertThat(run(command)).isEqualTo(output)));
        }
      }
    }
    assertThat(tests).hasSize(5);
    return tests;
  }

  private static String run(String command) {
    assertThat(command).startsWith("./warder ");
    String[] args =
        WORD.matcher(command)
            .results()
            .skip(1)
            .map(word -> word.group(word.group(1) == null ? 2 : 1))
            .toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Run.printing(new PrintWriter(out), new PrintWriter(err), args);
    assertThat(err.toString()).isEmpty();
    return out.toString();
  }

  @Test
  void libraryExample_compilesAndPrintsWhatIsShown(@TempDir Path folder) throws Exception {
    String source =
        "import dev.warder.engine.*; import dev.warder.model.*; import java.util.*;\n"
            + "public class Example { public static void main(String[] args) {\n"
            + blocks("java").get(0)
            + "}}\n";
    Path file = Files.writeString(folder.resolve("Example.java"), source);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, "-d", folder.toString(), "-cp", classPath(), file + "");
    assertThat(status).as(messages.toString(UTF_8)).isZero();
    assertThat(printed(folder)).isEqualTo(blocks("text").get(0));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String printed(Path folder) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
      System.setOut(new PrintStream(printed, true, UTF_8));
      loader
          .loadClass("Example")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void catalogueExample_isRead() throws Exception {
    Catalogue catalogue = CatalogueReader.parse("README.md", blocks("yaml").get(0));
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    assertThat(engine.decide(engine.anonymous(), "GET", "/v1/status").isAllowed()).isTrue();
  }

  @Test
  void links_pointAtFilesThatExist() throws Exception {
    List<String> missing =
        Pattern.compile("\\]\\(([^)#:]+)\\)")
            .matcher(Files.readString(README))
            .results()
            .map((MatchResult link) -> link.group(1))
            .filter(target -> !Files.exists(README.resolveSibling(target)))
            .toList();
    assertThat(missing).isEmpty();
  }
}
