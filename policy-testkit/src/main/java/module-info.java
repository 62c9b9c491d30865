/** Signed tokens, access tokens and grants for tests. */
module dev.warder.testkit {
  requires transitive dev.warder.engine;
  requires transitive dev.warder.gate;
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires com.nimbusds.jose.jwt;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports dev.warder.testkit;
}
