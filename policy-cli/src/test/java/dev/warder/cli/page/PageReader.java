package dev.warder.cli.page;

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
import org.commonmark.node.FencedCodeBlock;
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

/** Collects the parts of a {@link DocPage} from its text. */
final class PageReader extends AbstractVisitor {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\b(?:href|src|srcset)=\"([^\"]+)\"");

  private final Path path;
  private final List<String> lines;
  private final List<DocPage.Section> sections = new ArrayList<>();
  private final List<DocPage.Reference> references = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Set<String> anchors = new HashSet<>();
  private final Set<Integer> proseLines = new HashSet<>();
  private final Map<String, Integer> slugs = new HashMap<>();
  private int endOfBlock;

  private PageReader(Path path, String text) {
    this.path = path;
    this.lines = text.lines().toList();
    sections.add(new DocPage.Section("", 0, new ArrayList<>()));
  }

  static PageReader read(Path path, String text) {
    PageReader reader = new PageReader(path, text);
    PARSER.parse(text).accept(reader);
    return reader;
  }

  List<DocPage.Section> sections() {
    return sections;
  }

  List<DocPage.Reference> references() {
    return references;
  }

  List<Block> blocks() {
    return blocks;
  }

  Set<String> anchors() {
    return anchors;
  }

  Set<Integer> proseLines() {
    return proseLines;
  }

  @Override
  public void visit(Heading heading) {
    String title = new Inline(heading).literal.toString();
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    int times = slugs.merge(slug, 1, Integer::sum);
    anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
    if (heading.getLevel() == 2) {
      sections.add(new DocPage.Section(title, lineOf(heading), new ArrayList<>()));
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

  @Override
  public void visit(FencedCodeBlock block) {
    int line = lineOf(block);
    String place = path.getFileName() + ":" + line;
    if (block.getClosingFenceLength() == null) {
      throw new AssertionError(place + ": a fence that is not closed");
    }
    String[] info = block.getInfo().split(" ", 2);
    String name = info.length == 1 ? "" : info[1];
    String before = String.join("\n", lines.subList(endOfBlock, line - 1));
    blocks.add(new Block(place, info[0], name, block.getLiteral(), before));
    List<SourceSpan> spans = block.getSourceSpans();
    endOfBlock = spans.get(spans.size() - 1).getLineIndex() + 1;
  }

  private void add(Node node) {
    Inline inline = new Inline(node);
    sections.get(sections.size() - 1).passages().add(new Passage(inline.line, inline.pieces));
  }

  private void addHtml(int line, String html) {
    ID.matcher(html).results().forEach(id -> anchors.add(id.group(1)));
    PLACE
        .matcher(html)
        .results()
        .forEach(at -> references.add(new DocPage.Reference(line, at.group(1), "")));
  }

  private static int lineOf(Node block) {
    List<SourceSpan> spans = block.getSourceSpans();
    return spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
  }

  /** The text of one block, piece by piece, and as it stands. */
  private final class Inline extends AbstractVisitor {
    private final List<Passage.Piece> pieces = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private final int line;
    private @Nullable String link;
    private boolean bold;

    Inline(Node block) {
      line = lineOf(block);
      visitChildren(block);
    }

    private void add(String text, String word) {
      literal.append(text);
      pieces.add(new Passage.Piece(word, link, bold));
    }

    @Override
    public void visit(Text text) {
      add(text.getLiteral(), text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      add(code.getLiteral(), "C0DE");
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      add(" ", " ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      add(" ", " ");
    }

    @Override
    public void visit(HtmlInline html) {
      addHtml(line, html.getLiteral());
    }

    @Override
    public void visit(Image image) {
      references.add(new DocPage.Reference(line, image.getDestination(), ""));
    }

    @Override
    public void visit(Link node) {
      int start = literal.length();
      link = node.getDestination();
      visitChildren(node);
      references.add(new DocPage.Reference(line, node.getDestination(), literal.substring(start)));
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
