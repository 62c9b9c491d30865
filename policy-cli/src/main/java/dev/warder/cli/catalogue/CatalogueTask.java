package dev.warder.cli.catalogue;

import dev.warder.analysis.TooMuchWork;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Task;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A command that answers from one catalogue, for people or with {@code --json} for programs. */
public abstract class CatalogueTask extends Task {
  @Mixin CatalogueOption catalogueOption;

  /** How answers are printed. */
  @Mixin protected JsonOption json;

  @Override
  protected final int run(Console console) throws NoAnswer {
    checkUsage();
    try {
      return answer(catalogueOption.read(), console);
    } catch (TooMuchWork e) {
      throw NoAnswer.because(Shown.message(e));
    }
  }

  /** Checks what can be checked without the catalogue; a subclass that has something overrides. */
  protected void checkUsage() throws NoAnswer {}

  /** Answers, and returns the exit code. */
  protected abstract int answer(Catalogue catalogue, Console console) throws NoAnswer, TooMuchWork;

  /** Compiles the catalogue, whose engine takes no resource as owned unless told. */
  public static PolicyEngine compile(Catalogue catalogue) throws NoAnswer {
    try {
      return PolicyEngine.compile(catalogue, ResourceOwners.of(Map.of()));
    } catch (IllegalArgumentException e) {
      throw NoAnswer.because("the catalogue cannot be compiled: " + e.getMessage());
    }
  }
}
