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

  @Test
  void match_exactlyTheLimits_judged_oneMore_malformed() throws Exception {
    PathLimits limits = new PathLimits(6, 2);
    assertThat(reason(limits, "/a/bbb")).isEqualTo(Reason.ALLOWED);
    assertThat(reason(limits, "/a/bbbb")).isEqualTo(Reason.MALFORMED_REQUEST);
    assertThat(reason(limits, "/a/b/c")).isEqualTo(Reason.MALFORMED_REQUEST);
    assertThat(reason(limits, "/a")).isEqualTo(Reason.UNKNOWN_OPERATION);
  }

  @Test
  void match_sixtyFourSegments_tripleInTheLastJudged() throws Exception {
    PathLimits limits = new PathLimits(65_536, 64);
    assertThat(reason(limits, "/a".repeat(63) + "/%20x")).isEqualTo(Reason.MALFORMED_REQUEST);
    assertThat(reason(limits, "/a".repeat(63) + "/x%20x")).isEqualTo(Reason.UNKNOWN_OPERATION);
    assertThat(reason(limits, "/a".repeat(65))).isEqualTo(Reason.MALFORMED_REQUEST);
  }

  @Test
  void compile_templateBeyondTheLimits_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reason(new PathLimits(3, 2), "/a/b"))
        .withMessage("no path within PathLimits[maxCharacters=3, maxSegments=2] matches /a/{b}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reason(new PathLimits(9, 1), "/a/b"))
        .withMessage("no path within PathLimits[maxCharacters=9, maxSegments=1] matches /a/{b}");
  }

  @Test
  void compile_templateThatJustFits_taken() throws Exception {
    assertThat(reason(new PathLimits(4, 2), "/a/b")).isEqualTo(Reason.ALLOWED);
  }

  @Test
  void limits_outOfRange_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PathLimits(1, 2))
        .withMessage("maxCharacters is 2 to 65536, not 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new PathLimits(65_537, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PathLimits(2, 0))
        .withMessage("maxSegments is 1 to 64, not 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new PathLimits(2, 65));
    assertThat(new PathLimits(2, 1).maxCharacters()).isEqualTo(2);
    assertThat(new PathLimits(65_536, 64).maxSegments()).isEqualTo(64);
  }

  @Test
  void default_isWhatTemplatesKeep() {
    assertThat(PathLimits.DEFAULT).isEqualTo(new PathLimits(2_048, 32));
  }
}
