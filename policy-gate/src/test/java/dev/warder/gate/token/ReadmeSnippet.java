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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** An example of the README's, compiled and run. */
public final class ReadmeSnippet {
  private final Method method;

  private ReadmeSnippet(Method method) {
    this.method = method;
  }

  /**
   * Compiles the example that begins with some text.
   *
   * @param imports the packages that the README says are imported
   * @param parameters what the README says is given, as parameters in Java
   */
  public static ReadmeSnippet compile(Path folder, String begin, String imports, String parameters)
      throws Exception {
    Pattern block =
        Pattern.compile("```java\n(" + Pattern.quote(begin) + ".*?)```", Pattern.DOTALL);
    Matcher example = block.matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(example.find()).isTrue();
    String source =
        "%s\npublic class Example {\npublic static void run(%s) throws Exception {\n%s}}\n"
            .formatted(imports, parameters, example.group(1));
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
            new URL[] {folder.toUri().toURL()}, ReadmeSnippet.class.getClassLoader())) {
      return new ReadmeSnippet(loader.loadClass("Example").getMethods()[0]);
    }
  }

  /** Runs the example and returns what it printed. */
  public String printed(Object... arguments) throws Exception {
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
