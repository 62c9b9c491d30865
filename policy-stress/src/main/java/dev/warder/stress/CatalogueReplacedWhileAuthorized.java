package dev.warder.stress;

import dev.warder.gate.Gate;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A request is judged while the catalogue is replaced: by one of them, from its bits to its body.
 */
@JCStressTest
@Outcome(
    id = {"One, Two", "Two, Two"},
    expect = Expect.ACCEPTABLE,
    desc = "the request was earlier, or later")
@Outcome(expect = Expect.FORBIDDEN, desc = "an answer mixes two catalogues, or is of the old one")
@State
public class CatalogueReplacedWhileAuthorized {
  private final Gate gate = Gates.gate(Gates.nothingRevoked());

  @Actor
  public void authorize(LL_Result result) {
    result.r1 = Gates.judgedBy(gate);
  }

  @Actor
  public void replace(LL_Result result) {
    gate.replaceCatalogue(Gates.TWO);
    result.r2 = Gates.judgedBy(gate);
  }
}
