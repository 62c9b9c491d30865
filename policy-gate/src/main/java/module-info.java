/** Verifies the tokens whose capabilities the engine decides on. */
module dev.warder.gate {
  requires transitive dev.warder.engine;
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires com.nimbusds.jose.jwt;
  requires java.net.http;
  requires static transitive org.jspecify;

  uses java.security.Provider;

  exports dev.warder.gate.limit;
  exports dev.warder.gate.revocation;
  exports dev.warder.gate.token;
}
