package dev.warder.analysis.reference;

import dev.warder.model.Catalogue;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Requires;

/** A catalogue whose every text and name tries to be markup. */
final class HostileCatalogue {
  static final String RUN = "<script>globalThis.pwned=1</script>";
  static final String END = "</script>" + RUN;
  static final String IMAGE = "<img src=x onerror=globalThis.pwned=1>";
  static final String COMMENT = "<!--" + RUN + "--><![CDATA[ ]]> [[data]] {{data}}";
  static final String QUOTES = "' onmouseover='globalThis.pwned=1' \" onfocus=\"globalThis.pwned=1";
  static final String MARKDOWN =
      "a|b `c` **d** [e](javascript:f) ![g](h) <br> &lt; \\| # ~~i~~ $j$ _k_ | --- |";
  static final String ADDRESS = "https://example.com www.example.com a@example.com";
  static final Catalogue CATALOGUE = make();

  private HostileCatalogue() {}

  private static Catalogue make() {
    try {
      return Catalogue.builder("</title>" + RUN)
          .version("]]>" + RUN)
          .title(END)
          .documentation("https://example.com/'onclick='globalThis.pwned=1'&lt;a=b")
          .category("c", IMAGE)
          .capability("<b>`|", c -> c.label(END).category("c"))
          .capability("</script>", c -> c.label(IMAGE).category("c").implies("<b>`|"))
          .capability("&amp;``", c -> c.label(MARKDOWN).category("c").escalates(COMMENT))
          .capability("c:" + "x".repeat(200), c -> c.label("y".repeat(300)).category("c"))
          .capability("q", c -> c.label(QUOTES).category("c").escalates(ADDRESS))
          .operation(
              "</script>", o -> o.at("GET", "/a").summary(END).requiresAll("<b>`|", "&amp;``"))
          .operation(
              "__proto__",
              o ->
                  o.at("PUT", "/" + "z".repeat(300))
                      .summary(COMMENT)
                      .requires(
                          Requires.any(Requires.all("q"), Requires.all("c:" + "x".repeat(200)))))
          .operation(
              "<i>%3C#",
              o ->
                  o.at("GET", "/{<b>`|}&'/$&'/{<i>`...}'&")
                      .summary(MARKDOWN)
                      .account("<b>`|")
                      .documentation("https://example.com/?a=&lt;'b'")
                      .requiresAll("</script>"))
          .operation("p", o -> o.at("GET", "/p").summary("p").requires(Requires.PUBLIC))
          .command(
              "</script> |`",
              c ->
                  c.aliases("<i> `")
                      .former("[a](b)")
                      .documented(Requires.all("</script>", "q"))
                      .calls("</script>", "__proto__")
                      .callsUnspecified(IMAGE)
                      .condition("<u>|", MARKDOWN, "<i>%3C#")
                      .condition("__proto__", QUOTES, "p"))
          .command("__proto__", c -> c.condition("a", COMMENT, "p"))
          .build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }
}
