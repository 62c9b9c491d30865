package dev.warder.cli.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.WithStore;
import dev.warder.gate.revocation.RevocationHead;
import org.junit.jupiter.api.Test;

class RevocationsHeadCommandTest extends WithStore {
  private RevocationHead head() {
    Run run = run("revocations", "head");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).endsWith("\n");
    return RevocationHead.parse(run.out().strip());
  }

  @Test
  void head_beforeAndAfterARevocation_theSameStoreOneFurther() {
    run("account", "add", "A");
    RevocationHead empty = head();
    assertThat(empty.progress().position()).isZero();
    run("token", "create", "n", "--capability", "read:app");
    run("token", "revoke-all", "--yes");
    RevocationHead after = head();
    assertThat(after.log()).isEqualTo(empty.log());
    assertThat(after.progress().position()).isEqualTo(1);
    assertThat(run("revocations", "head", "--json").out())
        .isEqualTo(
            "{\"format\":1,\"head\":\"%s\",\"store\":\"%s\",\"position\":1,\"link\":\"%s\"}\n"
                .formatted(after, after.log(), after.progress().link()));
  }
}
