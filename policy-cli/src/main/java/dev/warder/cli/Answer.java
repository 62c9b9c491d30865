package dev.warder.cli;

import dev.warder.engine.Grant;

/** What a {@link Question} comes to. */
sealed interface Answer permits DecisionAnswer, CommandAnswer {

  /** Returns the grant that was judged. */
  Grant grant();

  boolean isAllowed();
}
