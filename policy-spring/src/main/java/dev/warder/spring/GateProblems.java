package dev.warder.spring;

import java.util.Map;

/** What a part of a gate could not do last. */
@FunctionalInterface
interface GateProblems {
  /** Returns the problems, by what they are of; none while all is well. */
  Map<String, String> problems();
}
