package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A mark is one follower's alone, by whatever name another follower knows it. */
class RevocationFollowerMarkNamesTest extends WithFollower {
  private static final String TAKEN = ": another follower has this mark; each needs one of its own";
  private static final String TWO_NAMES =
      ": this mark has 2 names (hard links), and each would have a lock of its own; keep one";

  private void assertRefused(Path name, String message) {
    try (RevocationFollower second = another(name)) {
      assertThatIOException().isThrownBy(second::poll).withMessageContaining(name + message);
      assertThat(second.isCurrent()).isFalse();
    }
  }

  @Test
  void poll_linkToAMarkOfAnotherFollower_refused() throws Exception {
    follower.poll();
    Path link = Files.createSymbolicLink(folder.resolve("link"), mark);
    assertRefused(link, TAKEN);
    assertRefused(Files.createSymbolicLink(folder.resolve("second"), link), TAKEN);
  }

  @Test
  void poll_linkedFolderOfAMarkOfAnotherFollower_refused() throws Exception {
    follower.poll();
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
    assertRefused(linked.resolve("mark"), TAKEN);
  }

  @Test
  void poll_markThatAnotherFollowerHasThroughALink_refused() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("mark"));
    try (RevocationFollower first = another(link)) {
      first.poll();
      assertThat(mark).isRegularFile();
      assertRefused(mark, TAKEN);
    }
  }

  /** The link leads nowhere as long as no follower has polled. */
  @Test
  void poll_linkToAMarkThatIsNotThereYet_refusedWhileAnotherPolls() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), mark);
    log.atRead =
        () -> {
          log.atRead = () -> {};
          assertThat(mark).doesNotExist();
          assertRefused(link, TAKEN);
        };
    follower.poll();
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void poll_markWithTwoNames_refusedByBothUntilItHasOne() throws Exception {
    follower.poll();
    follower.close();
    Path second = Files.createLink(folder.resolve("second"), mark);
    assertRefused(mark, TWO_NAMES);
    assertRefused(second, TWO_NAMES);
    Files.delete(second);
    follower = restarted();
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
  }

  /** What holds a mark goes on: a backup may have given it a second name. */
  @Test
  void poll_heldMarkGetsASecondName_goesOnAndTheOtherIsRefused() throws Exception {
    follower.poll();
    Path second = Files.createLink(folder.resolve("second"), mark);
    assertRefused(second, TWO_NAMES);
    follower.poll();
    assertThat(follower.isCurrent()).isTrue();
  }

  @Test
  void poll_linkSwitchedToAnotherMark_failsUntilItLeadsBack() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), mark);
    try (RevocationFollower linked = another(link)) {
      linked.poll();
      Files.delete(link);
      Files.createSymbolicLink(link, folder.resolve("other"));
      assertThatIOException()
          .isThrownBy(linked::poll)
          .withMessage(
              link
                  + ": this link leads to another mark now; switch it back, or start this program"
                  + " anew");
      Files.delete(link);
      Files.createSymbolicLink(link, mark);
      linked.poll();
      assertThat(linked.isCurrent()).isTrue();
    }
    assertThat(folder.resolve("other")).doesNotExist();
  }
}
