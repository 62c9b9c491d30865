package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.RandomCatalogues;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a whole in a real browser: what it loads, shows, and hides. */
class PageBrowserIT {
  private static final String CONTROLS = "aside, .bar, main input, #theme, .more";

  @RegisterExtension final BrowserPage page = new BrowserPage();

  @Test
  void opened_asksForNothingButItself() {
    Path file = page.open();
    assertThat(page.tab().requests().stream().filter(url -> !url.startsWith("data:")))
        .containsExactly(file.toUri().toString());
    assertThat(page.texts(BrowserPage.ENTRIES)).hasSize(11 + 24 + 33);
  }

  @Test
  void hostileTexts_areShownLetterByLetter() {
    Catalogue hostile = HostileCatalogue.CATALOGUE;
    page.open("hostile", hostile);
    assertThat(page.number("globalThis.pwned ?? 0")).isZero();
    assertThat(page.number("document.scripts.length")).isEqualTo(2);
    assertThat(page.number("document.querySelectorAll('img, iframe, svg, object').length"))
        .isZero();
    assertThat(page.tab().evaluate("document.title").asText())
        .isEqualTo(hostile.title() + ": capabilities");
    assertThat(page.texts("#capabilities .label"))
        .containsExactlyElementsOf(hostile.capabilities().stream().map(c -> c.label()).toList());
    page.tab().evaluate("document.querySelectorAll('main input').forEach(box => box.click())");
    page.search("<");
    assertThat(page.number("globalThis.pwned ?? 0")).isZero();
    assertThat(page.number("document.scripts.length")).isEqualTo(2);
    assertThat(page.tab().requests().stream().filter(url -> !url.startsWith("data:"))).hasSize(1);
  }

  /** A search touches only rows that were shown, or are shown now. */
  @Test
  void manyOperations_areShownInPartsAndSearchedAtOnce() {
    Catalogue many = RandomCatalogues.large(7, 10_000);
    page.open("many", many);
    assertThat(page.texts("#operations tbody tr")).hasSize(100);
    assertThat(page.text("#operations .more span")).isEqualTo("100 of 10,000 operations shown.");
    page.click("#operations .more button");
    assertThat(page.texts("#operations tbody tr")).hasSize(200);
    String last = many.operations().get(9_999).id();
    int before = page.texts(BrowserPage.ENTRIES).size();
    int touched =
        page.tab()
            .call(
                "terms => { const box = document.getElementById('search'); box.value = terms;"
                    + " const observer = new MutationObserver(() => {});"
                    + " observer.observe(document.getElementById('main'),"
                    + " {subtree: true, attributeFilter: ['class']});"
                    + " box.dispatchEvent(new Event('input'));"
                    + " const touched = observer.takeRecords().map(record => record.target);"
                    + " observer.disconnect(); return new Set(touched).size; }",
                last)
            .asInt();
    assertThat(touched).isBetween(200, before + page.texts(BrowserPage.ENTRIES).size());
    assertThat(page.texts("#operations tbody tr .note")).anyMatch(note -> note.startsWith(last));
    page.tab()
        .call(
            "id => document.getElementById('operation/' + id).querySelector('input').click()",
            last);
    assertThat(page.texts("#wanted-choices li")).hasSize(1);
    page.search("");
    assertThat(page.number("Number(document.querySelector('#operations tbody tr').dataset.i)"))
        .isZero();
  }

  @Test
  void withoutScripts_everythingCanBeRead() {
    page.tab().scripts(false);
    page.open();
    assertThat(page.texts(BrowserPage.ENTRIES)).hasSize(11 + 24 + 33);
    assertThat(page.texts(CONTROLS)).isEmpty();
  }

  @Test
  void printed_hasNeitherControlsNorBuilder() {
    page.open();
    page.tab().send("Emulation.setEmulatedMedia", Tab.object().put("media", "print"));
    assertThat(page.texts(CONTROLS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "light, dark, 'rgb(21, 24, 27)'",
    "dark, light, 'rgb(247, 247, 244)'",
    "dark, '', 'rgb(21, 24, 27)'",
    "light, '', 'rgb(247, 247, 244)'"
  })
  void theme_isTheSystemsUnlessAnotherIsChosen(String system, String theme, String background) {
    page.tab().scheme(system);
    page.open();
    assertThat(page.texts("#theme span")).containsExactly("Light", "Dark", "System");
    assertThat(page.text("#theme input:checked + span")).isEqualTo("System");
    page.click("#theme input[value='" + (theme.isEmpty() ? "light" : theme) + "']");
    page.click("#theme input[value='" + theme + "']");
    assertThat(page.tab().evaluate("getComputedStyle(document.body).backgroundColor").asText())
        .isEqualTo(background);
  }
}
