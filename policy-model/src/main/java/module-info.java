/** The catalogue of capabilities and the API it covers, read and checked. */
module dev.warder.model {
  requires com.google.common;
  requires org.snakeyaml.engine.v2;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports dev.warder.model;
  exports dev.warder.model.file;
  exports dev.warder.model.text;
  exports dev.warder.model.yaml;
}
