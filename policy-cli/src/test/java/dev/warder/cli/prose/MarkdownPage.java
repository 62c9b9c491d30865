package dev.warder.cli.prose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A Markdown page, parsed as the page's readers see it. Immutable. */
final class MarkdownPage {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\b(?:href|src|srcset)=\"([^\"]+)\"");

  private final Path path;
  private final List<String> lines;
  private final List<Section> sections = new ArrayList<>();
  private final Set<String> anchors = new HashSet<>();
  private final Set<Integer> proseLines = new HashSet<>();
  private final List<Reference> references = new ArrayList<>();

  /** What stands between two headings of the second level, or before the first. */
  record Section(String title, List<Passage> passages) {}

  /** A link or a picture: the line of its block, and where it leads. */
  record Reference(int line, String destination) {}

  private MarkdownPage(Path path, String text) {
    this.path = path;
    this.lines = text.lines().toList();
    sections.add(new Section("", new ArrayList<>()));
    PARSER.parse(text).accept(new Reader());
  }

  static MarkdownPage read(Path path) throws IOException {
    return new MarkdownPage(path, Files.readString(path));
  }

  Path path() {
    return path;
  }

  List<String> lines() {
    return lines;
  }

  List<Section> sections() {
    return sections;
  }

  List<Reference> references() {
    return references;
  }

  /** Returns the passages of all sections. */
  List<Passage> passages() {
    return sections.stream().flatMap(section -> section.passages().stream()).toList();
  }

  /** Returns what a link to this page may name behind {@code #}. */
  Set<String> anchors() {
    return anchors;
  }

  /** Tells whether a line, counted from 1, belongs to a paragraph or a list item. */
  boolean isProse(int line) {
    return proseLines.contains(line);
  }

  private final class Reader extends AbstractVisitor {
    private final Map<String, Integer> slugs = new HashMap<>();

    @Override
    public void visit(Heading heading) {
      String title = new Inline(heading).passage.text();
      String slug =
          title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
      int times = slugs.merge(slug, 1, Integer::sum);
      anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
      if (heading.getLevel() == 2) {
        sections.add(new Section(title, new ArrayList<>()));
      }
    }

    @Override
    public void visit(Paragraph paragraph) {
      add(paragraph);
      for (SourceSpan span : paragraph.getSourceSpans()) {
        proseLines.add(span.getLineIndex() + 1);
      }
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableCell cell && cell.isHeader()) {
        Inline unused = new Inline(cell);
      } else if (node instanceof TableCell) {
        add(node);
      } else {
        visitChildren(node);
      }
    }

    @Override
    public void visit(HtmlBlock block) {
      addHtml(lineOf(block), block.getLiteral());
    }

    private void add(Node node) {
      sections.get(sections.size() - 1).passages().add(new Inline(node).passage);
    }
  }

  private void addHtml(int line, String html) {
    ID.matcher(html).results().forEach(id -> anchors.add(id.group(1)));
    PLACE.matcher(html).results().forEach(at -> references.add(new Reference(line, at.group(1))));
  }

  private static int lineOf(Node block) {
    List<SourceSpan> spans = block.getSourceSpans();
    return spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
  }

  /** The text of one block, piece by piece. */
  private final class Inline extends AbstractVisitor {
    private final List<Passage.Piece> pieces = new ArrayList<>();
    private final Passage passage;
    private final boolean heading;
    private final int line;
    private @Nullable String link;
    private boolean bold;

    Inline(Node block) {
      heading = block instanceof Heading;
      line = lineOf(block);
      visitChildren(block);
      passage = new Passage(line, pieces);
    }

    private void add(String text) {
      pieces.add(new Passage.Piece(text, link, bold));
    }

    @Override
    public void visit(Text text) {
      add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      add(heading ? code.getLiteral() : "C0DE");
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      add(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      add(" ");
    }

    @Override
    public void visit(HtmlInline html) {
      addHtml(line, html.getLiteral());
    }

    @Override
    public void visit(Image image) {
      references.add(new Reference(line, image.getDestination()));
    }

    @Override
    public void visit(Link node) {
      link = node.getDestination();
      references.add(new Reference(line, node.getDestination()));
      visitChildren(node);
      link = null;
    }

    @Override
    public void visit(StrongEmphasis strong) {
      bold = true;
      visitChildren(strong);
      bold = false;
    }
  }
}
