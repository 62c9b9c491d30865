package dev.warder.cli.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The {@code pom.xml} of the tutorial. */
final class PageProject {
  /** The module of this build that the tutorial installs and depends on. */
  static final String MODULE = "policy-authority";

  private PageProject() {}

  /** Checks that it depends on what this build makes, in today's versions. */
  static void check(String pom) throws Exception {
    Document build = parse(Files.readString(Path.of("..", "pom.xml")));
    Map<String, String> versions = new HashMap<>();
    NodeList dependencies = parse(pom).getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      versions.put(text(dependency, "artifactId"), text(dependency, "version"));
    }
    assertThat(versions)
        .isEqualTo(
            Map.of(
                MODULE,
                text(build.getDocumentElement(), "version"),
                "slf4j-nop",
                text(build.getDocumentElement(), "slf4j.version")));
  }

  /** Returns the class that {@code exec:java} runs. */
  static String mainClass(String pom) throws Exception {
    return text(parse(pom).getDocumentElement(), "exec.mainClass");
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  /** Returns the text of the first element with a name. */
  private static String text(Element within, String name) {
    return within.getElementsByTagName(name).item(0).getTextContent();
  }
}
