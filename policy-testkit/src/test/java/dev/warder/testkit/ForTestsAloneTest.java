package dev.warder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The test kit is in nothing that ships: no POM of the project takes it in but for its tests. */
class ForTestsAloneTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void poms_manageItForTests() throws Exception {
    for (Path pom : List.of(ROOT.resolve("pom.xml"), ROOT.resolve("policy-bom/pom.xml"))) {
      assertThat(scopes(pom)).as(pom.toString()).containsExactly("test");
    }
  }

  /** A dependency that states no scope has the managed one. */
  @Test
  void poms_takeItForTestsOnly() throws Exception {
    int looked = 0;
    try (Stream<Path> folders = Files.list(ROOT)) {
      for (Path folder : folders.toList()) {
        Path pom = folder.resolve("pom.xml");
        if (Files.exists(pom)) {
          looked++;
          assertThat(scopes(pom)).as(pom.toString()).isSubsetOf("", "test");
        }
      }
    }
    assertThat(looked).isGreaterThan(6);
  }

  @Test
  void moduleDescriptors_neverRequireIt() throws Exception {
    try (Stream<Path> folders = Files.list(ROOT)) {
      for (Path folder : folders.toList()) {
        Path descriptor = folder.resolve("src/main/java/module-info.java");
        if (Files.exists(descriptor)) {
          assertThat(Files.readString(descriptor)).doesNotContain("requires dev.warder.testkit");
        }
      }
    }
  }

  private static List<String> scopes(Path pom) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    NodeList dependencies = document.getElementsByTagName("dependency");
    List<String> scopes = new ArrayList<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (text(dependency, "artifactId").equals("policy-testkit")) {
        scopes.add(text(dependency, "scope"));
      }
    }
    return scopes;
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
