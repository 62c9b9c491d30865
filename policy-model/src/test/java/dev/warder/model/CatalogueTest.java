package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Samples.read(CanonicalFormTest.EVERY_PART);

  @Test
  void accessors_everyPart_returnIt() {
    assertThat(CATALOGUE.name()).isEqualTo("every-part");
    assertThat(CATALOGUE.version()).isEqualTo("2026-11");
    assertThat(CATALOGUE.title()).isEqualTo("Every \"part\" \\ it has");
    assertThat(CATALOGUE.documentation()).contains("https://example.com/docs");
    assertThat(CATALOGUE.basePath()).isEqualTo("/v1");
    assertThat(CATALOGUE.categories()).extracting(Category::name).containsExactly("apps", "keys");
    assertThat(CATALOGUE.capabilities())
        .extracting(Capability::raw)
        .containsExactly("read:app", "write:app", "*", "1");
    assertThat(CATALOGUE.operations())
        .extracting(Operation::id)
        .containsExactly("health", "me", "list-apps", "update-app", "share-app", "delete-app");
    assertThat(CATALOGUE.commands())
        .extracting(Command::name)
        .containsExactly("every apps list", "every apps update");
    assertThat(CATALOGUE.limits().account()).hasValue(4_000);
    assertThat(CATALOGUE.expiry()).map(Object::toString).contains("[30d, never], default 30d");
  }

  @Test
  void accessors_nothingOptional_returnNothing() {
    Catalogue shop = Samples.build(Samples.shop());
    assertThat(shop.documentation()).isEmpty();
    assertThat(shop.basePath()).isEmpty();
    assertThat(shop.commands()).isEmpty();
    assertThat(shop.spellings()).isEmpty();
    assertThat(shop.limits()).isEqualTo(Limits.NONE);
    assertThat(shop.expiry()).isEmpty();
  }

  @Test
  void toString_any_isNameVersionAndTwelveDigits() {
    assertThat(CATALOGUE).hasToString("every-part 2026-11 (72d609a3132e)");
  }

  @Test
  void capability_knownString_isFound() {
    assertThat(CATALOGUE.capability("read:app")).contains(CATALOGUE.capabilities().get(0));
  }

  @Test
  void capability_otherString_isNothing() {
    assertThat(CATALOGUE.capability("Read App")).isEmpty();
    assertThat(CATALOGUE.capability("READ:APP")).isEmpty();
    assertThat(CATALOGUE.capability("read:app ")).isEmpty();
  }

  @Test
  void operation_knownId_isFound() {
    assertThat(CATALOGUE.operation("me")).contains(CATALOGUE.operations().get(1));
    assertThat(CATALOGUE.operation("Me")).isEmpty();
  }

  @Test
  void lists_any_areImmutable() {
    assertThatThrownBy(() -> CATALOGUE.capabilities().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> CATALOGUE.operations().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> CATALOGUE.spellings().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void closure_nothing_isNothing() {
    assertThat(CATALOGUE.closure(List.of())).isEmpty();
  }

  @Test
  void closure_impliedThroughOthers_isInCatalogueOrder() {
    assertThat(CATALOGUE.closure(List.of(capability("1"), capability("*"))))
        .containsExactly(
            capability("read:app"), capability("write:app"), capability("*"), capability("1"));
  }

  @Test
  void closure_sameTwice_isOnce() {
    assertThat(CATALOGUE.closure(List.of(capability("1"), capability("1"))))
        .containsExactly(capability("1"));
  }

  @Test
  void closure_ofAnEqualCatalogue_isAccepted() {
    Catalogue again = Samples.read(CanonicalFormTest.EVERY_PART);
    assertThat(again.closure(List.of(capability("1")))).containsExactly(capability("1"));
  }

  @Test
  void closure_sameStringOfAnotherCatalogue_isRefused() {
    Capability other =
        Samples.build(Samples.shop().capability("1", c -> c.label("One").category("all")))
            .capabilities()
            .get(2);
    assertThatThrownBy(() -> CATALOGUE.closure(List.of(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not of this catalogue: 1");
  }

  @Test
  void closure_unknownString_isRefused() {
    Capability other = Samples.build(Samples.shop()).capabilities().get(0);
    assertThatThrownBy(() -> CATALOGUE.closure(List.of(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not of this catalogue: read");
  }

  private static Capability capability(String raw) {
    return CATALOGUE.capability(raw).orElseThrow();
  }
}
