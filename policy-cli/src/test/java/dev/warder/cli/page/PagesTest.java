package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What the pages about the engine, catalogues and accounts show is what happens. */
class PagesTest {
  static final List<String> PAGES =
      List.of(
          "docs/how-to/use-the-engine.md",
          "docs/reference/catalogue-format.md",
          "docs/explanation/account-isolation.md");

  @TempDir private Path folder;
  private DocPage engine;
  private DocPage format;
  private DocPage accounts;

  @BeforeEach
  void readPages() throws Exception {
    engine = DocPage.of(PAGES.get(0));
    format = DocPage.of(PAGES.get(1));
    accounts = DocPage.of(PAGES.get(2));
  }

  @Test
  void blocks_allOfThem_areTestedHere() throws Exception {
    assertThat(engine.languages()).containsExactly("xml", "java", "text", "java");
    assertThat(format.languages()).containsExactly("yaml");
    assertThat(accounts.languages()).containsExactly("console", "console", "console");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/README.md",
        "docs/explanation/no-normalisation.md",
        "docs/explanation/revocation-bound.md"
      })
  void pagesOfWords_haveNoBlocks(String page) throws Exception {
    assertThat(DocPage.of(page).languages()).isEmpty();
  }

  @Test
  void engine_program_printsWhatIsShown() throws Exception {
    assertThat(JavaProgram.run(folder, engine.blocks("java").get(0)))
        .isEqualTo(engine.blocks("text").get(0));
  }

  @Test
  void engine_lookUpBetweenMatchAndDecision_decidesByTheOwnersFound() throws Exception {
    String program =
        """
        import dev.warder.engine.*;
        import dev.warder.model.*;
        import java.util.*;

        public class LookUp {
          static Optional<String> accountOf(String kind, String id) {
            return kind.equals("app") && id.equals("28AB9a") ? Optional.of("A") : Optional.empty();
          }

        %s
          public static void main(String[] args) {
            PolicyEngine engine =
                PolicyEngine.compile(ControlApi.catalogue(), ResourceOwners.of(Map.of()));
            for (String account : List.of("A", "B")) {
              Grant grant = engine.grant(account, List.of("write:app"));
              System.out.println(decide(engine, grant, "PATCH", "/v1/apps/28AB9a"));
              System.out.println(decide(engine, grant, "PATCH", "/v1/apps/77XY0b"));
            }
          }
        }
        """
            .formatted(engine.blocks("java").get(1));
    assertThat(JavaProgram.run(folder, program))
        .isEqualTo(
            """
            allowed update-app
            wrong-account update-app
            wrong-account update-app
            wrong-account update-app
            """);
  }

  @Test
  void engine_pom_namesThisVersion() throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(engine.blocks("xml").get(0))));
    Matcher version =
        Pattern.compile("<artifactId>warder-parent</artifactId>\\s*<version>([^<]*)<")
            .matcher(Files.readString(Path.of("..", "pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(pom.getElementsByTagName("version").item(1).getTextContent())
        .isEqualTo(version.group(1));
  }

  @Test
  void format_example_isACatalogue() throws Exception {
    Catalogue catalogue = CatalogueReader.parse("page.yaml", format.blocks("yaml").get(0));
    PolicyEngine compiled = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    assertThat(compiled.decide(compiled.anonymous(), "GET", "/v1/status").isAllowed()).isTrue();
  }

  @Test
  void accounts_commands_printWhatIsShown() throws Exception {
    Shell shell = Shell.atSetTimes(folder, Map.of());
    for (Block block : accounts.blocks()) {
      assertThat(block.steps()).hasSize(1);
      shell.check(block);
    }
  }
}
