package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between two backticks in a sentence is set as code, in each language. */
class MarkupTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "with `--app` ~ with <code>--app</code> ~ with `--app`",
        "`a` ~ <code>a</code> ~ `a`",
        "`a`, `<b>`, `c|d` ~ <code>a</code>, <code>&lt;b&gt;</code>, <code>c|d</code> ~ `a`, `<b>`, `c\\|d`",
        "no code ~ no code ~ no code",
        "one ` alone ~ one ` alone ~ one \\` alone",
        "``two`` ~ ``two`` ~ \\`\\`two\\`\\`",
        "` spaces ` ~ ` spaces ` ~ \\` spaces \\`",
        "nothing: `` ~ nothing: `` ~ nothing: \\`\\`",
      })
  void prose_setsWhatStandsBetweenBackticksAsCode(String sentence, String html, String markdown) {
    assertThat(new Html().prose(sentence)).isEqualTo(html);
    assertThat(new Markdown().prose(sentence)).isEqualTo(markdown);
  }
}
