/** Tokens issued, listed, rotated and revoked, and kept in a database. */
// Flyway has no module descriptor.
@SuppressWarnings("requires-automatic")
module dev.warder.authority {
  requires transitive dev.warder.gate;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.google.common;
  requires com.nimbusds.jose.jwt;
  requires com.zaxxer.hikari;
  requires flyway.core;
  requires java.sql;
  requires static org.checkerframework.checker.qual;
  requires org.postgresql.jdbc;
  requires org.xerial.sqlitejdbc;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports dev.warder.authority;
  exports dev.warder.authority.key;
}
