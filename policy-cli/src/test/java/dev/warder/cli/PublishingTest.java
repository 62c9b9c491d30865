package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a registry asks of the POMs, and what two of them must say alike. */
class PublishingTest {
  private static final List<String> OWNER_KNOWS =
      List.of("warder.url", "warder.scm.url", "warder.developer.name", "warder.developer.url");

  private static Element pom(String folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(Path.of("..", folder, "pom.xml").toFile())
        .getDocumentElement();
  }

  private static Element child(Element parent, String name) {
    NodeList children = parent.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    throw new AssertionError("no <" + name + "> in <" + parent.getTagName() + ">");
  }

  /** Returns the texts of an element, without the space between elements. */
  private static List<String> texts(Node node) {
    List<String> texts = new ArrayList<>();
    NodeList children = node.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      texts.addAll(texts(children.item(i)));
    }
    String own = node.getNodeType() == Node.TEXT_NODE ? node.getNodeValue().strip() : "";
    if (!own.isEmpty()) {
      texts.add(own);
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "description", "url", "licenses", "developers", "scm"})
  void parentAndBom_whatARegistryAsksFor_isThere(String name) throws Exception {
    assertThat(texts(child(pom("."), name))).isNotEmpty();
    assertThat(texts(child(pom("policy-bom"), name))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "url", "licenses", "developers", "scm"})
  void bom_hasNoParent_saysTheSame(String name) throws Exception {
    assertThat(texts(child(pom("policy-bom"), name))).isEqualTo(texts(child(pom("."), name)));
  }

  @Test
  void bom_whatOnlyTheOwnerKnows_isTheSame() throws Exception {
    for (String property : OWNER_KNOWS) {
      assertThat(texts(child(child(pom("policy-bom"), "properties"), property)))
          .as(property)
          .isEqualTo(texts(child(child(pom("."), "properties"), property)))
          .isNotEmpty();
    }
  }

  private static Element release(String folder) throws Exception {
    NodeList profiles = child(pom(folder), "profiles").getElementsByTagName("profile");
    for (int i = 0; i < profiles.getLength(); i++) {
      if (texts(child((Element) profiles.item(i), "id")).equals(List.of("release"))) {
        return child((Element) profiles.item(i), "build");
      }
    }
    throw new AssertionError("no release profile in " + folder);
  }

  /** The signing is bound to `verify`, before what modules bind there themselves. */
  @ParameterizedTest
  @ValueSource(
      strings = {"maven-source-plugin attach-sources", "maven-javadoc-plugin attach-javadoc"})
  void release_sourcesAndDocumentation_areAttachedBeforeTheSigning(String execution)
      throws Exception {
    String attached = String.join(" ", texts(child(release("."), "pluginManagement")));
    assertThat(attached).contains("org.apache.maven.plugins " + execution + " package");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "policy-bom"})
  void release_whatOnlyTheOwnerKnows_isRequired(String folder) throws Exception {
    assertThat(texts(child(release(folder), "plugins"))).containsAll(OWNER_KNOWS);
  }

  @Test
  void everyModule_hasANameAndADescription() throws Exception {
    try (Stream<Path> folders = Files.list(Path.of(".."))) {
      for (Path folder :
          folders.filter(each -> Files.exists(each.resolve("pom.xml"))).sorted().toList()) {
        Element pom = pom(folder.getFileName().toString());
        assertThat(texts(child(pom, "name"))).as(folder + "").isNotEmpty();
        assertThat(texts(child(pom, "description"))).as(folder + "").isNotEmpty();
      }
    }
  }
}
