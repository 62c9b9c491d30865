/** One call per request: tokens verified, revocations and limits looked at, the whole answer. */
// Micrometer has no module descriptor, and is optional.
@SuppressWarnings("requires-automatic")
module dev.warder.gate {
  requires transitive dev.warder.engine;
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires com.nimbusds.jose.jwt;
  requires java.net.http;
  requires transitive java.sql;
  requires static micrometer.core;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  uses java.security.Provider;

  exports dev.warder.gate;
  exports dev.warder.gate.limit;
  exports dev.warder.gate.metrics;
  exports dev.warder.gate.owner;
  exports dev.warder.gate.revocation;
  exports dev.warder.gate.settings;
  exports dev.warder.gate.token;
}
