package dev.warder.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an invalid setting in place of a stack trace. Found by Spring Boot, by its name. */
public final class InvalidWarderSettingsAnalyzer
    extends AbstractFailureAnalyzer<InvalidWarderSettings> {

  /** Makes one. */
  public InvalidWarderSettingsAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable failure, InvalidWarderSettings cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Correct the setting in your application's configuration.",
        cause);
  }
}
