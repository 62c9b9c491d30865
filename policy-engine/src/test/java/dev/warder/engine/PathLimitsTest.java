package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.model.Catalogue;
import dev.warder.model.Requires;
import org.junit.jupiter.api.Test;

class PathLimitsTest {
  private static Reason reason(PathLimits limits, String path) throws Exception {
    Catalogue catalogue =
        Catalogue.builder("limits")
            .version("1")
            .title("Limits")
            .operation(
                "get",
                o ->
                    o.at("GET", "/a/{b}")
                        .summary("Get")
                        .accountNotChecked()
                        .requires(Requires.PUBLIC))
            .build();
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller(), limits);
    return engine.decide(engine.anonymous(), "GET", path).reason();
  }

  private static PathLimits limits(int maxCharacters, int maxSegments) {
    return PathLimits.DEFAULT.withMaxCharacters(maxCharacters).withMaxSegments(maxSegments);
  }

  @Test
  void match_exactlyTheLimits_judged_oneMore_malformed() throws Exception {
    PathLimits limits = limits(6, 2);
    assertThat(reason(limits, "/a/bbb")).isEqualTo(Reason.ALLOWED);
    assertThat(reason(limits, "/a/bbbb")).isEqualTo(Reason.MALFORMED_REQUEST);
    assertThat(reason(limits, "/a/b/c")).isEqualTo(Reason.MALFORMED_REQUEST);
    assertThat(reason(limits, "/a")).isEqualTo(Reason.UNKNOWN_OPERATION);
  }

  @Test
  void match_sixtyFourSegments_tripleInTheLastJudged() throws Exception {
    PathLimits limits = limits(65_536, 64);
    assertThat(reason(limits, "/a".repeat(63) + "/%20x")).isEqualTo(Reason.MALFORMED_REQUEST);
    assertThat(reason(limits, "/a".repeat(63) + "/x%20x")).isEqualTo(Reason.UNKNOWN_OPERATION);
    assertThat(reason(limits, "/a".repeat(65))).isEqualTo(Reason.MALFORMED_REQUEST);
  }

  @Test
  void compile_templateBeyondTheLimits_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reason(limits(3, 2), "/a/b"))
        .withMessage("no path within 3 characters and 2 segments matches /a/{b}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reason(limits(9, 1), "/a/b"))
        .withMessage("no path within 9 characters and 1 segments matches /a/{b}");
  }

  @Test
  void compile_templateThatJustFits_taken() throws Exception {
    assertThat(reason(limits(4, 2), "/a/b")).isEqualTo(Reason.ALLOWED);
  }

  @Test
  void limits_outOfRange_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits(1, 2))
        .withMessage("maxCharacters is 2 to 65536, not 1");
    assertThatIllegalArgumentException().isThrownBy(() -> limits(65_537, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits(2, 0))
        .withMessage("maxSegments is 1 to 64, not 0");
    assertThatIllegalArgumentException().isThrownBy(() -> limits(2, 65));
    assertThat(limits(2, 1).maxCharacters()).isEqualTo(2);
    assertThat(limits(65_536, 64).maxSegments()).isEqualTo(64);
  }

  @Test
  void default_isWhatTemplatesKeep() {
    assertThat(PathLimits.DEFAULT)
        .isEqualTo(limits(2_048, 32))
        .hasSameHashCodeAs(limits(2_048, 32));
    assertThat(PathLimits.DEFAULT)
        .isNotEqualTo(limits(2_047, 32))
        .isNotEqualTo(limits(2_048, 31))
        .isNotEqualTo("2048 characters and 32 segments")
        .hasToString("2048 characters and 32 segments");
  }
}
