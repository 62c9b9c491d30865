package dev.warder.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.ControlApi;
import org.junit.jupiter.api.Test;

/** Every warning about the Control API. */
class ControlApiLintTest {
  @Test
  void of_controlApi_namesWhatAReviewShouldLookAt() throws Exception {
    assertThat(Lint.of(ControlApi.catalogue()))
        .extracting(Warning::toString)
        .containsExactly(
            "crossed-label read:namespace: its label `Read Rule` has the words of `read:rule`,"
                + " which is labelled `Read Integration`",
            "crossed-label write:namespace: its label `Write Rule` has the words of `write:rule`,"
                + " which is labelled `Write Integration`",
            "escalating-capability read:key: Returns the full secret of every API key of an app;"
                + " its holder has all the rights of these keys.",
            "escalating-capability write:key: Can create an API key with every right in an app,"
                + " and use it.",
            "unmapped-operation update-app-pkcs12: nobody has said what"
                + " `POST /v1/apps/{id}/pkcs12` needs",
            understated("ably apps update", "write:app", "read:app"),
            understated("ably apps delete", "write:app", "read:app"),
            understated("ably auth keys update", "write:key", "read:key"),
            understated("ably auth keys revoke", "write:key", "read:key"),
            understated("ably integrations update", "write:rule", "read:rule"),
            understated("ably integrations delete", "write:rule", "read:rule"),
            understated("ably queues delete", "write:queue", "read:queue"),
            understated("ably apps rules update", "write:namespace", "read:namespace"),
            understated("ably apps rules delete", "write:namespace", "read:namespace"));
  }

  private static String understated(String command, String documented, String missing) {
    return "understated-documentation "
        + command
        + ": `"
        + documented
        + "` is documented, and `"
        + missing
        + "` is needed too";
  }
}
