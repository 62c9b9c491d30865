/** Decides what a token's capabilities allow, by the catalogue. */
module dev.warder.engine {
  requires transitive dev.warder.model;
  requires com.google.common;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports dev.warder.engine;
  exports dev.warder.engine.paths;
}
