package dev.warder.cli;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A command that answers from one catalogue, for people or with {@code --json} for programs. */
abstract class CatalogueTask extends Task {
  @Mixin CatalogueOption catalogueOption;

  @Mixin JsonOption json;

  @Mixin HelpOption helpOption;

  @Override
  final int run(Console console) throws NoAnswer {
    checkUsage();
    return answer(catalogueOption.read(), console);
  }

  /** Checks what can be checked without the catalogue; a subclass that has something overrides. */
  void checkUsage() throws NoAnswer {}

  /** Answers, and returns the exit code. */
  abstract int answer(Catalogue catalogue, Console console) throws NoAnswer;

  /** Compiles the catalogue, whose engine takes no resource as owned unless told. */
  static PolicyEngine compile(Catalogue catalogue) throws NoAnswer {
    try {
      return PolicyEngine.compile(catalogue, ResourceOwners.of(Map.of()));
    } catch (IllegalArgumentException e) {
      throw NoAnswer.because("the catalogue cannot be compiled: " + e.getMessage());
    }
  }
}
