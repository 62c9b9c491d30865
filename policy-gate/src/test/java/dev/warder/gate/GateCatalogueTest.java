package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueWriter;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Limits;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue that is replaced while the gate stands. */
class GateCatalogueTest extends WithGate {
  @Test
  void replaceCatalogue_capabilitiesInAnotherOrder_tokensMeanTheSame() {
    Gate gate = builder().limits(Limits.NONE).build();
    assertThat(get(gate, READER).isAllowed()).isTrue();
    String swapped =
        Notes.TEXT
            .replace("  read:note: {label: Read Note, category: notes, access: read}\n", "")
            .replace("operations:\n", "  read:note: {label: R, category: notes}\noperations:\n");
    gate.replaceCatalogue(Notes.catalogue(swapped));
    assertThat(get(gate, READER).isAllowed()).isTrue();
    assertThat(gate.authorize(Asked.request(READER.bearer(), "PUT", "/v1/notes/n1", "c")).reason())
        .isEqualTo(GateReason.MISSING_CAPABILITY);
    assertThat(gate.engine().catalogue().fingerprint())
        .isEqualTo(Notes.catalogue(swapped).fingerprint());
  }

  @Test
  void replaceCatalogue_countsGoOnByTheNewLimits() {
    Gate gate = builder().build();
    get(gate, READER);
    get(gate, READER);
    gate.replaceCatalogue(Notes.catalogue(Notes.TEXT.replace("token: 3", "token: 2")));
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.TOKEN_LIMIT);
    gate.replaceCatalogue(Notes.catalogue(Notes.TEXT.replace("token: 3", "token: 4")));
    assertThat(get(gate, READER).isAllowed()).isTrue();
  }

  @Test
  void replaceCatalogue_outcomeOfBefore_isAnsweredByTheOldOne() {
    Gate gate = builder().build();
    Outcome outcome = gate.authorize(Asked.request(READER.bearer(), "PUT", "/v1/notes/n1", "c"));
    String body = outcome.body();
    gate.replaceCatalogue(Notes.catalogue(Notes.TEXT.replace("Write Note", "Change Note")));
    assertThat(outcome.body()).isEqualTo(body).contains("Write Note");
    assertThat(gate.authorize(Asked.request(READER.bearer(), "PUT", "/v1/notes/n1", "c")).body())
        .contains("Change Note");
  }

  @Test
  void reloadCatalogue_file_takenOrTheLastGoodOneKept(@TempDir Path folder) throws Exception {
    Gate gate = builder().build();
    Path file = folder.resolve("notes.yaml");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> gate.reloadCatalogue(file));
    Files.writeString(file, Notes.TEXT.replace("requires: public", "requires: pubic"));
    assertThatExceptionOfType(InvalidCatalogue.class).isThrownBy(() -> gate.reloadCatalogue(file));
    assertThat(gate.engine().catalogue()).isEqualTo(Notes.catalogue());
    assertThat(get(gate, READER).isAllowed()).isTrue();
    Files.writeString(
        file,
        CatalogueWriter.toYaml(
            Notes.catalogue(Notes.TEXT.replace("requires: public", "requires: read:note"))));
    gate.reloadCatalogue(file);
    assertThat(anonymous(gate, "c").reason()).isEqualTo(GateReason.MISSING_TOKEN);
  }

  @Test
  void reloadCatalogue_byFingerprint_takesTheFileThatHasIt(@TempDir Path folder) throws Exception {
    Gate gate = builder().build();
    Path file = folder.resolve("notes.yaml");
    Catalogue next = Notes.catalogue(Notes.TEXT.replace("requires: public", "requires: read:note"));
    Files.writeString(file, next.canonicalForm());
    String before = gate.engine().catalogue().fingerprint();
    assertThatExceptionOfType(InvalidCatalogue.class)
        .isThrownBy(() -> gate.reloadCatalogue(file, before))
        .withMessageContaining(next.fingerprint());
    assertThat(gate.engine().catalogue()).isEqualTo(Notes.catalogue());
    gate.reloadCatalogue(file, next.fingerprint());
    assertThat(gate.engine().catalogue()).isEqualTo(next);
  }
}
