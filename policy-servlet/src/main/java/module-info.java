/** A gate as a filter of servlet containers. */
module dev.warder.servlet {
  requires transitive dev.warder.gate;
  requires transitive jakarta.servlet;
  requires com.google.common;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports dev.warder.servlet;
}
