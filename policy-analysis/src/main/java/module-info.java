/** Everything a catalogue says besides a decision. */
module dev.warder.analysis {
  requires transitive dev.warder.engine;
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires java.xml;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports dev.warder.analysis.diff;
  exports dev.warder.analysis.lint;
  exports dev.warder.analysis.needs;
  exports dev.warder.analysis.openapi;
  exports dev.warder.analysis.reference;
  exports dev.warder.analysis.usage;
  exports dev.warder.analysis.vectors;
  exports dev.warder.analysis;
}
