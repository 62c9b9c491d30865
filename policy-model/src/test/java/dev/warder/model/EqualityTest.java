package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catalogues, and their parts, are equal when all that they say is equal. */
class EqualityTest {
  private static final String FILE = CanonicalFormTest.EVERY_PART;

  /** One change each of {@link CanonicalFormTest#EVERY_PART}: a text of it, and another instead. */
  static Stream<List<String>> changes() {
    return Stream.of(
        List.of("catalogue: every-part", "catalogue: each-part"),
        List.of("version: 2026-11", "version: 2026-12"),
        List.of("title: Every", "title: every"),
        List.of("documentation: https", "documentation: http"),
        List.of("documentation: https://example.com/docs\n", ""),
        List.of("basePath: /v1", "basePath: /v2"),
        List.of("basePath: /v1\n", ""),
        List.of("apps: Apps", "apps: apps"),
        List.of("  apps: Apps\n", "  apps: Apps\n  more: More\n"),
        List.of("limits: {client: 60/hour,", "limits: {client: 61/hour,"),
        List.of("limits: {client: 60/hour,", "limits: {client: 60/hour, public: 60/hour,"),
        List.of("token: 2000/hour", "token: 2001/hour"),
        List.of("token: 2000/hour, ", ""),
        List.of("account: 4000/hour", "account: 4001/hour"),
        List.of("default: 30d", "default: never"),
        List.of("choices: [30d, never]", "choices: [never, 30d]"),
        List.of("choices: [30d, never]", "choices: [30d]"),
        List.of("label: Read App", "label: Read Apps"),
        List.of("{category: apps, label: Read App", "{category: keys, label: Read App"),
        List.of("access: read", "access: admin"),
        List.of("access: read, ", ""),
        List.of("[write:app, read:app]", "[read:app, write:app]"),
        List.of("[write:app, read:app]", "[write:app]"),
        List.of("      Makes", "      Takes"),
        List.of("summary: ~,", "summary: null,"),
        List.of("requires: public", "requires: any token"),
        List.of("path: /health, method: GET", "path: /health, method: HEAD"),
        List.of("path: /health", "path: /Health"),
        List.of("/apps/{id}/@me\"", "/apps/{id}/@you\""),
        List.of(
            "{app: id}\n    path: \"/apps/{id}\"\n    method: PATCH",
            "{App: id}\n    path: \"/apps/{id}\"\n    method: PATCH"),
        List.of("account: not-checked", "account: id"),
        List.of("account: account_id", "owner: {account: account_id}"),
        List.of("    documentation: http://example.com/update\n", ""),
        List.of("example.com/update", "example.com/updates"),
        List.of("{all: [write:app, 1]}", "{all: [1, write:app]}"),
        List.of("{all: [\"*\"]}, {all: [1, write:app]}", "{all: [1, write:app]}, {all: [\"*\"]}"),
        List.of("every apps list:", "every app list:"),
        List.of("calls: [me, list-apps], former", "calls: [list-apps, me], former"),
        List.of("calls: [me, list-apps], former", "calls: [me], former"),
        List.of(
            "aliases: [every app update, every update]",
            "aliases: [every update, every app update]"),
        List.of("former: [every put]", "former: [every pat]"),
        List.of("former: [every put]", "former: [every put, every pat]"),
        List.of("documented: {all: [write:app]}", "documented: any token"),
        List.of("    documented: {all: [write:app]}\n", ""),
        List.of("{unspecified: POST /help}", "{unspecified: GET /help}"),
        List.of("condition: with an app", "condition: with the app"),
        List.of("name: app}", "name: apps}"),
        List.of("{calls: [me, list-apps], condition", "{calls: [me], condition"),
        List.of("warning: guards-nothing", "warning: empty-category"),
        List.of("at: every apps list", "at: every apps update"),
        List.of("reason: \"Kept: `*`\"", "reason: Kept"),
        List.of("  - {warning: guards-nothing, at: 1, reason: yes}\n", ""));
  }

  @Test
  void equals_sameFile_isEqualInEveryPart() {
    Catalogue one = Samples.read(FILE);
    Catalogue two = Samples.read(FILE);
    assertThat(one).isEqualTo(two).hasSameHashCodeAs(two).isNotSameAs(two);
    assertThat(parts(one)).isEqualTo(parts(two));
    assertThat(parts(one).stream().map(Object::hashCode).toList())
        .isEqualTo(parts(two).stream().map(Object::hashCode).toList());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void equals_anyChange_isAnotherCatalogueWithAnotherFingerprint(List<String> change) {
    Catalogue one = Samples.read(FILE);
    Catalogue two = changed(change);
    assertThat(one).isNotEqualTo(two);
    assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint());
    assertThat(parts(one)).isNotEqualTo(parts(two));
  }

  @Test
  void equals_changes_areAllDifferentFromEachOther() {
    assertThat(changes().map(EqualityTest::changed)).doesNotHaveDuplicates();
  }

  @Test
  void equals_parts_areEqualToThemselvesAlone() {
    List<Object> parts = parts(Samples.read(FILE));
    for (Object part : parts) {
      assertThat(parts).filteredOn(part::equals).as("%s", part).hasSize(1);
      assertThat(part.equals("text")).isFalse();
      assertThat(part.equals(null)).isFalse();
    }
  }

  @Test
  void equals_capabilityAtAnotherPlace_isAnother() {
    assertOneDiffers(
        "capabilities:\n",
        "capabilities:\n  new: {label: N, category: apps}\n",
        catalogue -> catalogue.capability("1").orElseThrow());
  }

  @Test
  void equals_operationAtAnotherPlace_isAnother() {
    assertOneDiffers(
        "  health:",
        "  new: {requires: public, summary: N, path: /n, method: GET}\n  health:",
        catalogue -> catalogue.operation("me").orElseThrow());
  }

  @Test
  void equals_operationWithOtherNameOfItsParameter_isAnother() {
    assertOneDiffers(
        "owner: {app: id}\n    path: \"/apps/{id}\"\n    method: PATCH",
        "owner: {app: it}\n    path: \"/apps/{it}\"\n    method: PATCH",
        catalogue -> catalogue.operation("update-app").orElseThrow().template());
  }

  private static void assertOneDiffers(
      String text, String other, Function<Catalogue, Object> part) {
    assertThat(part.apply(Samples.read(FILE)))
        .isNotEqualTo(part.apply(changed(List.of(text, other))));
  }

  private static Catalogue changed(List<String> change) {
    assertThat(FILE).containsOnlyOnce(change.get(0));
    return Samples.read(FILE.replace(change.get(0), change.get(1)));
  }

  /** Returns everything in a catalogue that has an {@code equals} of its own. */
  private static List<Object> parts(Catalogue catalogue) {
    List<Object> parts = new ArrayList<>();
    parts.add(List.of(catalogue.name(), catalogue.version(), catalogue.title()));
    parts.add(List.of(catalogue.documentation(), catalogue.basePath()));
    parts.addAll(catalogue.categories());
    parts.addAll(catalogue.capabilities());
    parts.addAll(catalogue.operations());
    for (Operation operation : catalogue.operations()) {
      parts.add(List.of(operation.id(), operation.template(), operation.requirement()));
    }
    parts.addAll(catalogue.commands());
    for (Command command : catalogue.commands()) {
      parts.addAll(command.conditions());
    }
    parts.add(catalogue.limits());
    parts.add(catalogue.expiry().orElseThrow());
    parts.addAll(catalogue.accepted());
    return parts;
  }
}
