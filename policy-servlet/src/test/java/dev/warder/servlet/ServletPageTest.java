package dev.warder.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.Gate;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code of the page on servlets, compiled and run in each container. */
class ServletPageTest {
  private static final Path PAGE =
      Path.of("..", "docs", "how-to", "guard-a-servlet-application.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Container.class)
  void code_guardsTheApplication(Container container) throws Exception {
    List<String> blocks =
        BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
    assertThat(blocks).hasSize(1);
    try (URLClassLoader loader =
            new URLClassLoader(
                new URL[] {compiled(blocks.get(0)).toUri().toURL()}, getClass().getClassLoader());
        Gate gate = Notes.gate().build()) {
      Method example = loader.loadClass("Example").getMethods()[0];
      Recorder recorder = new Recorder();
      try (Container.Running running =
          container.start("", context -> register(example, gate, context, recorder))) {
        String host = "Host: api.example.com";
        int port = running.port();
        assertThat(RawAnswer.to(port, "GET /health HTTP/1.1", host).status()).isEqualTo(200);
        assertThat(RawAnswer.to(port, "GET /v1/notes/n1 HTTP/1.1", host).status()).isEqualTo(401);
        assertThat(recorder.runs()).containsExactly("health REQUEST");
      }
    }
  }

  private static void register(
      Method example, Gate gate, ServletContext context, Recorder recorder) {
    try {
      example.invoke(null, gate, context);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
    recorder.registerIn(context);
  }

  private Path compiled(String block) throws Exception {
    String source =
        """
        import dev.warder.gate.*;
        import dev.warder.servlet.*;
        import jakarta.servlet.*;
        public class Example {
        public static void run(Gate gate, ServletContext context) throws Exception {
        %s}}
        """
            .formatted(block);
    Path file = Files.writeString(folder.resolve("Example.java"), source);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, "-d", folder + "", "-cp", classPath, file + "");
    assertThat(status).as(messages.toString(UTF_8)).isZero();
    return folder;
  }
}
