package dev.warder.engine;

import dev.warder.model.Catalogue;

/**
 * Which engine made a thing, and for which catalogue. Its identity is what counts: two engines of
 * one catalogue have two.
 */
final class EngineIdentity {
  final Catalogue catalogue;

  EngineIdentity(Catalogue catalogue) {
    this.catalogue = catalogue;
  }
}
