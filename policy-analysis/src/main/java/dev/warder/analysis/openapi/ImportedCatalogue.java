package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Catalogue;
import java.util.List;

/** A catalogue made of an OpenAPI document, and what was not taken over as it stands. Immutable. */
public final class ImportedCatalogue {
  private final Catalogue catalogue;
  private final ImmutableList<ImportNote> notes;

  ImportedCatalogue(Catalogue catalogue, List<ImportNote> notes) {
    this.catalogue = catalogue;
    this.notes = ImmutableList.copyOf(notes);
  }

  /** Returns the catalogue. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Returns everything that was left out or is allowed to nobody, and why. */
  public List<ImportNote> notes() {
    return notes;
  }

  /** Returns the notes of a kind. */
  public List<ImportNote> notes(ImportNote.Kind kind) {
    return notes.stream()
        .filter(note -> note.kind() == kind)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the catalogue's name, version and fingerprint's beginning. */
  @Override
  public String toString() {
    return catalogue.toString();
  }
}
