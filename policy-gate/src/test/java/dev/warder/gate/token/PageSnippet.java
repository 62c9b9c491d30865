package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** The statements that a page shows, compiled and run. */
final class PageSnippet {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```([a-z]*)\n(.*?)^ *```$");

  private final Method method;

  private PageSnippet(Method method) {
    this.method = method;
  }

  /**
   * Compiles the one block of a page, which is Java. Fails where the page has another block, as
   * nobody would test it.
   *
   * @param page the page's file name, without its folder
   * @param imports the packages that the page imports
   * @param parameters what the page says that its reader has, as parameters in Java
   */
  static PageSnippet compile(Path folder, String page, String imports, String parameters)
      throws Exception {
    String source =
        "%s\npublic class Example {\npublic static void run(%s) throws Exception {\n%s}}\n"
            .formatted(imports, parameters, onlyBlock(page));
    Path file = Files.writeString(folder.resolve("Example.java"), source);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, "-d", folder + "", "-cp", classPath, file + "");
    assertThat(status).as(messages.toString(UTF_8)).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, PageSnippet.class.getClassLoader())) {
      return new PageSnippet(loader.loadClass("Example").getMethods()[0]);
    }
  }

  private static String onlyBlock(String page) throws Exception {
    List<MatchResult> blocks =
        BLOCK.matcher(Files.readString(Path.of("..", "docs", "how-to", page))).results().toList();
    assertThat(blocks).extracting(block -> block.group(1)).containsExactly("java");
    return blocks.get(0).group(2);
  }

  /** Runs the statements and returns what they printed. */
  String printed(Object... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, UTF_8));
      method.invoke(null, arguments);
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8).strip();
  }
}
