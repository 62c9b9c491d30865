package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page for people who use a keyboard alone, a screen reader, or need contrast. */
class PageAccessBrowserIT {
  @RegisterExtension final BrowserPage page = new BrowserPage();

  @Test
  void keyboardAlone_searchesAndChooses() {
    page.open();
    Tab tab = page.tab();
    tab.press(Tab.Key.TAB);
    assertThat(page.focused()).isEqualTo("Skip to the reference");
    tab.press(Tab.Key.ENTER);
    tab.press(Tab.Key.TAB);
    assertThat(page.focused()).isEqualTo("Read App read:app");
    tab.type("/");
    assertThat(tab.evaluate("document.activeElement.id").asText()).isEqualTo("search");
    tab.type("ably queues delete");
    assertThat(page.text("#found")).isEqualTo("0 capabilities, 0 operations, 1 command");
    for (int i = 0; i < 20 && !page.focused().equals("ably queues delete"); i++) {
      tab.press(Tab.Key.TAB);
    }
    tab.press(Tab.Key.SPACE);
    assertThat(page.texts("#needs .least code")).containsExactly("read:queue", "write:queue");
    tab.press(Tab.Key.TAB);
    assertThat(page.focusedName()).isEqualTo("more about ably queues delete");
    tab.press(Tab.Key.TAB);
    tab.press(Tab.Key.SPACE);
    assertThat(page.texts("#needs .least code"))
        .containsExactly("read:app", "read:queue", "write:queue");
    assertThat(page.texts("#wanted-choices li > span")).containsExactly("ably queues delete (app)");
    tab.press(Tab.Key.TAB);
    assertThat(page.focusedName()).isEqualTo("Clear operations and commands");
    tab.press(Tab.Key.TAB);
    assertThat(page.focusedName()).isEqualTo("Remove ably queues delete (app)");
    tab.press(Tab.Key.ENTER);
    assertThat(page.texts("#wanted-choices li")).isEmpty();
    tab.pressWithShift(Tab.Key.TAB);
    tab.type("/");
    tab.press(Tab.Key.ESCAPE);
    assertThat(page.texts(BrowserPage.ENTRIES)).hasSize(11 + 24 + 33);
  }

  @Test
  void themeByArrowKeys_isChosen() {
    page.open();
    page.focus("#theme input:checked");
    page.tab().press(Tab.Key.LEFT);
    assertThat(page.text("#theme input:checked + span")).isEqualTo("Dark");
    assertThat(page.tab().evaluate("document.documentElement.dataset.theme").asText())
        .isEqualTo("dark");
  }

  @ParameterizedTest
  @CsvSource({"1280", "390"})
  void everyStop_showsItsFocus(int width) {
    page.tab().viewport(width, 900);
    page.open();
    for (int i = 0; i < 14; i++) {
      page.tab().press(Tab.Key.TAB);
      assertThat(
              page.tab().evaluate("getComputedStyle(document.activeElement).outlineStyle").asText())
          .as(page.focused())
          .isNotEqualTo("none");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "light, 1280, ''",
    "dark, 1280, ''",
    "light, 390, ''",
    "dark, 390, ''",
    "light, 1280, dark",
    "dark, 1280, light"
  })
  void everyText_hasContrast(String scheme, int width, String theme) {
    page.tab().scheme(scheme).viewport(width, 900);
    page.open();
    page.click("#theme input[value='" + theme + "']");
    page.choose("ably apps delete");
    page.choose("POST /v1/apps/{id}/pkcs12");
    page.choose("Read App");
    page.choose("Write Key");
    if (width < 1000) {
      page.click("#sheet");
    }
    page.tab().evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    page.settle();
    JsonNode poor = page.tab().evaluate(PageOracle.POOR_CONTRAST);
    assertThat(poor.get("looked").asInt()).isGreaterThan(300);
    assertThat(BrowserPage.strings(poor.get("poor"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"reduce, none auto", "no-preference, rise smooth"})
  void motion_isLeftOutForThoseWhoWantNone(String preference, String motion) {
    page.tab().viewport(390, 844).motion(preference);
    page.open();
    page.click("#sheet");
    assertThat(
            page.tab()
                .evaluate(
                    "getComputedStyle(document.getElementById('builder-body')).animationName + ' '"
                        + " + getComputedStyle(document.documentElement).scrollBehavior")
                .asText())
        .isEqualTo(motion);
  }

  @Test
  void everyControl_hasAName() {
    page.open();
    page.choose("ably apps delete");
    page.choose("Read App");
    List<String> nameless = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    JsonNode tree = page.tab().send("Accessibility.getFullAXTree", Tab.object());
    for (JsonNode node : tree.get("nodes")) {
      String role = node.at("/role/value").asText();
      roles.add(role);
      boolean isControl =
          List.of("checkbox", "button", "link", "radio", "searchbox", "textbox", "region")
              .contains(role);
      if (isControl && node.at("/name/value").asText().isBlank()) {
        nameless.add(node.toString());
      }
    }
    assertThat(nameless).isEmpty();
    assertThat(roles)
        .contains("banner", "search", "navigation", "main", "complementary", "contentinfo")
        .contains("heading", "table", "rowheader", "columnheader", "status", "radio");
    assertThat(roles.stream().filter("checkbox"::equals).count()).isGreaterThan(68);
  }
}
