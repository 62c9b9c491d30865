package dev.warder.analysis.reference;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Whatever a catalogue's texts look like, each rendering has them letter by letter; Markdown and
 * HTML have what cannot be seen escaped, and code in the place of backticks.
 */
class EscapingProperties {
  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  @Provide
  Arbitrary<Catalogue> catalogues() {
    return RandomCatalogues.small();
  }

  @Property(tries = 300)
  void anyCatalogue_readsBack(@ForAll("catalogues") Catalogue catalogue) throws Exception {
    Reference reference = Reference.of(catalogue);
    checkMarkdown(catalogue, reference.markdown());
    checkHtml(catalogue, reference.html());
    checkJson(catalogue, reference.json());
  }

  @Example
  void hostileCatalogue_readsBack() throws Exception {
    Reference reference = Reference.of(HostileCatalogue.CATALOGUE);
    checkMarkdown(HostileCatalogue.CATALOGUE, reference.markdown());
    checkHtml(HostileCatalogue.CATALOGUE, reference.html());
    checkJson(HostileCatalogue.CATALOGUE, reference.json());
  }

  /** What a renderer shows of a node: its texts and its code, line breaks as bars. */
  private static String shown(Node node) {
    StringBuilder shown = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            shown.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            shown.append(code.getLiteral());
          }

          @Override
          public void visit(HtmlInline html) {
            assertThat(html.getLiteral()).isEqualTo("<br>");
            shown.append('\n');
          }
        });
    return shown.toString();
  }

  private static List<List<List<String>>> tables(String markdown) {
    List<List<List<String>>> tables = new ArrayList<>();
    MARKDOWN
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(CustomBlock block) {
                if (block instanceof TableBlock) {
                  tables.add(new ArrayList<>());
                }
                visitChildren(block);
              }

              @Override
              public void visit(CustomNode node) {
                List<List<String>> table = tables.get(tables.size() - 1);
                if (node instanceof TableRow) {
                  table.add(new ArrayList<>());
                  visitChildren(node);
                } else if (node instanceof TableCell) {
                  table.get(table.size() - 1).add(shown(node));
                } else {
                  visitChildren(node);
                }
              }
            });
    return tables;
  }

  private static List<String> column(List<List<String>> table, int column) {
    return table.stream().skip(1).map(row -> row.get(column)).toList();
  }

  private static List<String> firstLines(List<String> cells) {
    return cells.stream().map(cell -> cell.lines().findFirst().orElse("")).toList();
  }

  private static void checkMarkdown(Catalogue catalogue, String markdown) {
    List<List<List<String>>> tables = tables(markdown);
    assertThat(tables).hasSize(catalogue.commands().isEmpty() ? 2 : 3);
    tables.forEach(
        table -> assertThat(table).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.get(0))));
    List<List<String>> capabilities =
        tables.get(0).stream().filter(row -> !row.get(1).isEmpty()).toList();
    assertThat(column(capabilities, 0))
        .isEqualTo(catalogue.capabilities().stream().map(c -> Quoted.harmless(c.label())).toList());
    assertThat(firstLines(column(capabilities, 1)))
        .isEqualTo(catalogue.capabilities().stream().map(Capability::raw).toList());
    assertThat(tables.get(0).stream().map(row -> row.get(0)))
        .containsAll(
            catalogue.capabilities().stream()
                .map(c -> Quoted.harmless(c.category().label()))
                .distinct()
                .toList());
    List<List<String>> operations = tables.get(1);
    assertThat(firstLines(column(operations, 0)))
        .isEqualTo(catalogue.operations().stream().map(Operation::id).toList());
    assertThat(column(operations, 2))
        .isEqualTo(catalogue.operations().stream().map(o -> o.template().toString()).toList());
    assertThat(column(operations, 3))
        .isEqualTo(catalogue.operations().stream().map(o -> prose(o.summary())).toList());
    assertThat(column(operations, 4))
        .isEqualTo(catalogue.operations().stream().map(o -> o.requirement().toString()).toList());
    if (!catalogue.commands().isEmpty()) {
      assertThat(firstLines(column(tables.get(2), 0)))
          .isEqualTo(catalogue.commands().stream().map(Command::name).toList());
      assertThat(
              column(tables.get(2), 3).stream()
                  .flatMap(String::lines)
                  .map(EscapingProperties::upToBracket))
          .isEqualTo(
              catalogue.commands().stream()
                  .flatMap(command -> command.conditions().stream())
                  .map(c -> c.name() + " (" + prose(c.description()))
                  .toList());
    }
    assertThat(markdown).contains("`" + catalogue.fingerprint() + "`");
  }

  /** A sentence without the backticks around what is set as code. */
  private static String prose(String sentence) {
    return Quoted.harmless(sentence).replaceAll("(?<!`)`([^` ]|[^` ][^`]*[^` ])`(?!`)", "$1");
  }

  private static String upToBracket(String line) {
    return line.substring(0, line.lastIndexOf("): "));
  }

  private static void checkHtml(Catalogue catalogue, String html) throws Exception {
    Document page = Jsoup.parse(html);
    assertThat(page.select("script")).hasSize(2);
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("img, iframe, object, embed, svg, base, form[action]")).isEmpty();
    assertThat(page.select("[src]")).isEmpty();
    for (Element element : page.getAllElements()) {
      element.attributes().forEach(a -> assertThat(a.getKey()).doesNotStartWith("on"));
    }
    assertThat(page.select("h1").first().wholeText())
        .isEqualTo(Quoted.harmless(catalogue.title()) + " capabilities");
    assertThat(page.title()).isEqualTo(normal(catalogue.title() + ": capabilities"));
    assertThat(inCatalogueOrder(page, "label .label"))
        .isEqualTo(catalogue.capabilities().stream().map(c -> Quoted.harmless(c.label())).toList());
    assertThat(inCatalogueOrder(page, "label code"))
        .isEqualTo(catalogue.capabilities().stream().map(Capability::raw).toList());
    assertThat(whole(page, "[data-kind=operation] th label"))
        .isEqualTo(
            catalogue.operations().stream().map(o -> o.method() + " " + o.template()).toList());
    assertThat(whole(page, "[data-kind=operation] td .summary"))
        .isEqualTo(catalogue.operations().stream().map(o -> prose(o.summary())).toList());
    assertThat(whole(page, "[data-kind=command] .name, [data-kind=command] th label"))
        .isEqualTo(catalogue.commands().stream().map(Command::name).toList());
    assertThat(
            whole(page, "[data-kind=command] td label").stream()
                .map(EscapingProperties::beforeNeeds))
        .isEqualTo(
            catalogue.commands().stream()
                .flatMap(command -> command.conditions().stream())
                .map(c -> c.name() + " (" + prose(c.description()))
                .toList());
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    List<String> ids = page.select("[id]").eachAttr("id").stream().map(id -> "#" + id).toList();
    assertThat(ids).containsAll(page.select("a[href^=#]").eachAttr("href"));
    checkJson(catalogue, page.getElementById("data").data());
  }

  /** jsoup collapses the white space of a title. */
  private static String normal(String text) {
    return Jsoup.parse("<title>" + new Html().text(text) + "</title>").title();
  }

  private static List<String> whole(Document page, String selector) {
    return page.select(selector).stream().map(Element::wholeText).toList();
  }

  /** The table of capabilities has them by category and access. */
  private static List<String> inCatalogueOrder(Document page, String selector) {
    return page.select("[data-kind=capability]").stream()
        .sorted(comparingInt(item -> Integer.parseInt(item.attr("data-i"))))
        .map(item -> item.selectFirst(selector).wholeText())
        .toList();
  }

  private static String beforeNeeds(String label) {
    return upToBracket(label);
  }

  private static void checkJson(Catalogue catalogue, String text) throws Exception {
    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
    assertThat(text).doesNotContain("<", ">", "&").endsWith("}\n");
    JsonNode json = new ObjectMapper().readTree(text);
    assertThat(json.get("title").asText()).isEqualTo(catalogue.title());
    assertThat(values(json, "capabilities", "label"))
        .isEqualTo(catalogue.capabilities().stream().map(Capability::label).collect(joining("\n")));
    assertThat(values(json, "capabilities", "capability"))
        .isEqualTo(catalogue.capabilities().stream().map(Capability::raw).collect(joining("\n")));
    assertThat(values(json, "operations", "summary"))
        .isEqualTo(catalogue.operations().stream().map(Operation::summary).collect(joining("\n")));
    assertThat(values(json, "commands", "command"))
        .isEqualTo(catalogue.commands().stream().map(Command::name).collect(joining("\n")));
  }

  private static String values(JsonNode json, String list, String field) {
    return Stream.iterate(0, i -> i + 1)
        .limit(json.get(list).size())
        .map(i -> json.get(list).get(i).get(field).asText())
        .collect(joining("\n"));
  }
}
