package dev.warder.cli.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.authority.event.FileEvent;
import dev.warder.cli.Run;
import dev.warder.cli.authority.PackagedProgram.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * What happens to the files of a store under a sample. No token is let through after {@code warder
 * token revoke} has ended.
 */
@Execution(ExecutionMode.CONCURRENT)
final class SampleOnSqliteIT {
  private static final String STORE = "tokens.db";
  private static final String AUDIT_KEY = "tokens.db.audit-key";
  private static final String PROBLEM =
      "warder: warning: the gateway cannot read the revocations, and answers 503: ";

  /** A store, of which each test gets a copy. */
  @TempDir static Path made;

  private static Token revoked;
  private static Token live;

  @BeforeAll
  static void makeStore() throws Exception {
    PackagedProgram program = PackagedProgram.onFile(made, made.resolve(STORE));
    program.makeStore();
    revoked = program.createToken();
    live = program.createToken();
  }

  /** Copies the store before a program has it open, and returns its place. */
  private static Path copyFor(FileEvent event, Path folder) throws Exception {
    Path file = folder.resolve(STORE);
    Path unusedFile = Files.copy(made.resolve(STORE), file);
    Path unusedKey = Files.copy(made.resolve(AUDIT_KEY), folder.resolve(AUDIT_KEY));
    if (event.isPreparedBeforeItIsOpen()) {
      event.prepare(file);
    }
    return file;
  }

  /** Prepares an event under a sample, which lets both tokens through. */
  private static void prepare(FileEvent event, Path file, RunningSample sample) throws Exception {
    if (!event.isPreparedBeforeItIsOpen()) {
      event.prepare(file);
    }
    sample.awaitLetThrough(revoked, live);
  }

  private static void assertCannotVouch(RunningSample sample) throws Exception {
    sample.awaitAnswer(revoked, 503);
    sample.awaitAnswer(live, 503);
    sample.awaitMessage(PROBLEM);
  }

  @ParameterizedTest
  @EnumSource(
      value = FileEvent.class,
      names = {
        "BACKUP_MOVED_IN_AND_LOG_REMOVED",
        "BACKUP_MOVED_IN_AND_LOG_LEFT",
        "VACUUMED_INTO_ITS_PLACE",
        "RESTORED_WITH_LOG",
        "OVERWRITTEN",
        "LINK_SWITCHED"
      })
  void wholeCopyInItsPlace_goesOn(FileEvent event, @TempDir Path folder) throws Exception {
    Path file = copyFor(event, folder);
    PackagedProgram program = PackagedProgram.onFile(folder, file);
    try (RunningSample sample = new RunningSample(program)) {
      prepare(event, file, sample);
      event.happen(file);
      program.revoke(revoked);
      sample.assertNeverLetsThrough(revoked);
      sample.awaitAnswer(revoked, 401);
      sample.awaitAnswer(live, 200);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FileEvent.class,
      names = {"LOG_AND_INDEX_REMOVED", "INDEX_REMOVED", "OVERWRITTEN_AND_LOG_REMOVED"})
  void filesBesideItRemoved_503UntilStartedAnew(FileEvent event, @TempDir Path folder)
      throws Exception {
    Path file = copyFor(event, folder);
    PackagedProgram program = PackagedProgram.onFile(folder, file);
    try (RunningSample sample = new RunningSample(program)) {
      prepare(event, file, sample);
      event.happen(file);
      program.revoke(revoked);
      sample.assertNeverLetsThrough(revoked);
      assertCannotVouch(sample);
      sample.end();
    }
    try (RunningSample sample = new RunningSample(program)) {
      assertThat(sample.ask(revoked)).isEqualTo(401);
      sample.awaitAnswer(live, 200);
    }
  }

  /**
   * What was not yet in the database itself is gone, so a new process may not be able to read it.
   */
  @Test
  void logRemoved_503(@TempDir Path folder) throws Exception {
    Path file = copyFor(FileEvent.LOG_REMOVED, folder);
    PackagedProgram program = PackagedProgram.onFile(folder, file);
    try (RunningSample sample = new RunningSample(program)) {
      prepare(FileEvent.LOG_REMOVED, file, sample);
      FileEvent.LOG_REMOVED.happen(file);
      if (program.tryToRevoke(revoked).exitCode() == 0) {
        sample.assertNeverLetsThrough(revoked);
      }
      assertCannotVouch(sample);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FileEvent.class,
      mode = Mode.EXCLUDE,
      names = {
        "BACKUP_MOVED_IN_AND_LOG_REMOVED",
        "BACKUP_MOVED_IN_AND_LOG_LEFT",
        "VACUUMED_INTO_ITS_PLACE",
        "RESTORED_WITH_LOG",
        "OVERWRITTEN",
        "LINK_SWITCHED",
        "LOG_AND_INDEX_REMOVED",
        "INDEX_REMOVED",
        "OVERWRITTEN_AND_LOG_REMOVED",
        "LOG_REMOVED"
      })
  void databaseGone_notRevokedAnd503(FileEvent event, @TempDir Path folder) throws Exception {
    Path file = copyFor(event, folder);
    PackagedProgram program = PackagedProgram.onFile(folder, file);
    try (RunningSample sample = new RunningSample(program)) {
      prepare(event, file, sample);
      event.happen(file);
      Run run = program.tryToRevoke(revoked);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("warder: there is no store at `" + file + "`");
      assertCannotVouch(sample);
    }
  }

  /** The sample has read a revocation that the copy does not have. */
  @Test
  void olderCopyInItsPlace_503(@TempDir Path folder) throws Exception {
    FileEvent event = FileEvent.BACKUP_MOVED_IN_AND_LOG_REMOVED;
    Path file = copyFor(event, folder);
    PackagedProgram program = PackagedProgram.onFile(folder, file);
    try (RunningSample sample = new RunningSample(program)) {
      prepare(event, file, sample);
      program.revoke(live);
      sample.awaitAnswer(live, 401);
      event.happen(file);
      sample.awaitMessage(PROBLEM);
      sample.assertNoticesRollBack(program, live, revoked);
    }
  }
}
