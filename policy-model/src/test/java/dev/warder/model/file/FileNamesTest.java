package dev.warder.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void make() throws Exception {
    file = Files.createFile(folder.resolve("file"));
  }

  @Test
  void count_hardLinks_areNamesAndSymbolicOnesAreNone() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThat(FileNames.count(file)).isEqualTo(1);
    Path second = Files.createLink(folder.resolve("second"), file);
    assertThat(FileNames.count(file)).isEqualTo(2);
    assertThat(FileNames.count(second)).isEqualTo(2);
    assertThat(FileNames.count(link)).isEqualTo(2);
  }

  @Test
  void count_folderOrNothing_one() throws Exception {
    assertThat(FileNames.count(Files.createDirectories(folder.resolve("a/b")).getParent()))
        .isEqualTo(1);
    assertThat(FileNames.count(folder.resolve("none"))).isEqualTo(1);
  }

  @Test
  void removeNameOfMaking_throughALink_removesThatNameAlone() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), file);
    Path left = Files.createLink(folder.resolve(".warder-1.db"), file);
    Path second = Files.createLink(folder.resolve("second"), file);
    Path ofAnother = Files.createFile(folder.resolve(".warder-2.db"));
    Path symbolic = Files.createSymbolicLink(folder.resolve(".warder-3.db"), file);
    FileNames.removeNameOfMaking(link);
    assertThat(left).doesNotExist();
    assertThat(file).exists();
    assertThat(second).exists();
    assertThat(ofAnother).exists();
    assertThat(symbolic).exists();
  }

  @Test
  void removeNameOfMaking_fileOfThatName_stays() throws Exception {
    Path named = Files.createFile(folder.resolve(".warder-1.db"));
    Path second = Files.createLink(folder.resolve("second"), named);
    FileNames.removeNameOfMaking(named);
    assertThat(named).exists();
    assertThat(second).exists();
  }
}
