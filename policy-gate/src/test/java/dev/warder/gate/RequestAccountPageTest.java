package dev.warder.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/how-to/take-the-account-from-the-request.md} shows does what the page says. */
class RequestAccountPageTest {
  private static final Path PAGE =
      Path.of("..", "docs", "how-to", "take-the-account-from-the-request.md");

  @TempDir Path folder;
  private Class<?> example;

  private static List<String> blocks(String language) throws Exception {
    return Pattern.compile("```" + language + "[^\n]*\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  @BeforeEach
  void compile() throws Exception {
    String methods =
        blocks("java").stream()
            .map(
                block ->
                    block.startsWith("static")
                        ? "public " + block
                        : "static Object build(List<String> lines) {\nreturn " + block + ";}\n")
            .collect(joining());
    Path file =
        Files.writeString(
            folder.resolve("Example.java"),
            "import dev.warder.gate.*; import java.util.*;\npublic class Example {\n"
                + methods
                + "}\n");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, "-d", folder + "", "-cp", classPath, file + "");
    assertThat(status).as(messages.toString(UTF_8)).isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      example = loader.loadClass("Example");
    }
  }

  private Object call(String name, Object... arguments) throws Exception {
    Method method =
        Arrays.stream(example.getMethods())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return method.invoke(null, arguments);
  }

  @Test
  void catalogue_ofThePage_isOne() throws Exception {
    Catalogue catalogue = CatalogueReader.parse("page.yaml", blocks("yaml").get(0));
    assertThat(catalogue.operations())
        .allMatch(operation -> operation.accountRule().comparesRequestAccount());
  }

  @Test
  void field_exactlyOneLineWithoutComma_isTheAccount() throws Exception {
    assertThat(call("accountOfField", List.of("A"))).isEqualTo("A");
    assertThat(call("accountOfField", List.of("A", "A"))).isNull();
    assertThat(call("accountOfField", List.of("A,B"))).isNull();
    assertThat(call("accountOfField", List.of())).isNull();
    assertThat(call("accountOfField", (Object) null)).isNull();
  }

  @Test
  void host_subDomain_inLowerCaseAndWithoutPort() throws Exception {
    for (String host : List.of("acme.api.example.com", "ACME.API.example.com:8443")) {
      assertThat(call("accountOfHost", List.of(host), "api.example.com")).isEqualTo("acme");
    }
    for (String host : List.of("api.example.com", "acme.api.example.com.", "acmeapi.example.com")) {
      assertThat(call("accountOfHost", List.of(host), "api.example.com")).isNull();
    }
    List<String> two = List.of("a.api.example.com", "b.api.example.com");
    assertThat(call("accountOfHost", two, "api.example.com")).isNull();
    assertThat(call("accountOfHost", null, "api.example.com")).isNull();
  }
}
