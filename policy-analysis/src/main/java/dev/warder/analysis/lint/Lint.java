package dev.warder.analysis.lint;

import com.google.common.collect.ImmutableList;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import java.util.List;

/** Finds what a review of a catalogue should look at. */
public final class Lint {
  private Lint() {}

  /**
   * Returns the warnings about a catalogue, accepted ones included: by kind, and of one kind in
   * catalogue order, of pairs by the path that both match. The time is near linear in the size of
   * the catalogue, unless very many templates overlap.
   *
   * @throws TooMuchWork if templates overlap in too many ways
   */
  public static List<Warning> of(Catalogue catalogue) throws TooMuchWork {
    Warnings findings = new Warnings(catalogue.accepted());
    CapabilityChecks.add(catalogue, findings);
    CrossedLabels.add(catalogue, findings);
    NearNames.add(catalogue, findings);
    OperationChecks.add(catalogue, findings);
    TemplateChecks.add(catalogue, findings);
    OverlapCheck.add(catalogue, findings);
    DocumentationCheck.add(catalogue, findings);
    return ImmutableList.copyOf(findings.warnings());
  }
}
