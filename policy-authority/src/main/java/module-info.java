/** Tokens issued, listed, rotated and revoked, and kept in a database. */
module dev.warder.authority {
  requires transitive dev.warder.gate;
  requires com.google.common;
  requires static transitive org.jspecify;
}
