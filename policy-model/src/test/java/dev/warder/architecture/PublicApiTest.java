package dev.warder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The rules find what they are for, and nothing beside it. */
public class PublicApiTest {
  /** Seen by users, as the class around it is public. */
  public record Found(OptionalInt limit) {
    public void when() {}

    public void ask(int in) {}

    public void asked(Optional<String> limit) {}
  }

  /** The same, but nobody outside of this package calls it. */
  record Hidden(OptionalInt limit) {
    public void when(int in) {}
  }

  private static List<String> found(ArchRule rule) {
    return rule
        .evaluate(new ClassFileImporter().importClasses(Found.class, Hidden.class))
        .getFailureReport()
        .getDetails()
        .stream()
        .map(detail -> detail.replaceAll(".*Found\\.", ""))
        .toList();
  }

  @Test
  void noOptionalParameter_methodAndRecordComponent_found() {
    assertThat(found(PublicApi.NO_OPTIONAL_PARAMETER))
        .containsExactlyInAnyOrder(
            "<init>(java.util.OptionalInt)> takes an Optional",
            "asked(java.util.Optional)> takes an Optional");
  }

  @Test
  void noKeywordOfKotlin_methodAndParameter_found() {
    assertThat(found(PublicApi.NO_KEYWORD_OF_KOTLIN_AS_A_NAME))
        .containsExactlyInAnyOrder("when()> has the name when", "ask(int)> has the name in");
  }
}
