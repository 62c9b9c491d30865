package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.ControlApi;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example of a verifier compiles, and does what it says. */
class ReadmeExampleTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```java\n(TokenVerifier verifier =.*?)```", Pattern.DOTALL);
  private static final EdKey KEY = EdKey.make("k1");

  @TempDir private Path folder;

  @Test
  void example_tokens_decidedOrRejected() throws Exception {
    String now = String.valueOf(Instant.now().getEpochSecond() - 60);
    String later = String.valueOf(Instant.now().getEpochSecond() + 3_600);
    Method example = compile();
    assertThat(printed(example, KEY.token("iat", now, "exp", later)))
        .isEqualTo("allowed update-app");
    assertThat(printed(example, KEY.token("iat", now, "exp", later, "capabilities", "[]")))
        .isEqualTo("missing-capability update-app");
    assertThat(printed(example, KEY.token())).isEqualTo("401 expired-token");
    assertThat(printed(example, "x")).isEqualTo("401 invalid-token");
  }

  private Method compile() throws Exception {
    var block = EXAMPLE.matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(block.find()).isTrue();
    String source =
        "import dev.warder.gate.token.*; import dev.warder.engine.*; import java.time.*;\n"
            + "public class Example {\n"
            + "public static void run(PolicyEngine engine, java.nio.file.Path keysFile, String text)"
            + " throws Exception {\n"
            + block.group(1)
            + "}}\n";
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
            new URL[] {folder.toUri().toURL()}, ReadmeExampleTest.class.getClassLoader())) {
      return loader
          .loadClass("Example")
          .getMethod("run", PolicyEngine.class, Path.class, String.class);
    }
  }

  private String printed(Method example, String text) throws Exception {
    Path keys = Files.writeString(folder.resolve("keys.json"), EdKey.set(KEY));
    var engine = PolicyEngine.compile(ControlApi.catalogue(), ResourceOwners.checkedByCaller());
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, UTF_8));
      example.invoke(null, engine, keys, text);
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8).strip();
  }
}
