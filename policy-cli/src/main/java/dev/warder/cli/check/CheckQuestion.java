package dev.warder.cli.check;

import dev.warder.cli.text.NoAnswer;
import dev.warder.engine.PolicyEngine;

/** One question about a token, as the command line puts it. */
interface CheckQuestion {

  /**
   * Returns the engine's answer.
   *
   * @throws NoAnswer when the catalogue has nothing of the name, or more must be known to answer
   */
  CheckAnswer ask(PolicyEngine engine, AskedToken token) throws NoAnswer;
}
