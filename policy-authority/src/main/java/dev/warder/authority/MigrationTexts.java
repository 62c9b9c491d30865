package dev.warder.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The migrations, named one by one: nothing is looked for on the class path, so nobody can slip one
 * in, and a module need not be opened.
 */
final class MigrationTexts implements ResourceProvider {
  private final List<LoadableResource> texts;

  private MigrationTexts(List<LoadableResource> texts) {
    this.texts = texts;
  }

  static MigrationTexts read(List<String> paths) throws IOException {
    List<LoadableResource> texts = new ArrayList<>();
    for (String path : paths) {
      try (InputStream stream = MigrationTexts.class.getResourceAsStream("migration/" + path)) {
        if (stream == null) {
          throw new FileNotFoundException("no migration `" + path + "`");
        }
        texts.add(new Text(path, new String(stream.readAllBytes(), UTF_8)));
      }
    }
    return new MigrationTexts(texts);
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return texts.stream()
        .filter(text -> text.getRelativePath().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return texts.stream()
        .filter(
            text ->
                text.getFilename().startsWith(prefix)
                    && Arrays.stream(suffixes).anyMatch(text.getFilename()::endsWith))
        .toList();
  }

  private static final class Text extends LoadableResource {
    private final String path;
    private final String sql;

    Text(String path, String sql) {
      this.path = path;
      this.sql = sql;
    }

    @Override
    public Reader read() {
      return new StringReader(sql);
    }

    @Override
    public String getAbsolutePath() {
      return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return path;
    }

    @Override
    public String getFilename() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
      return path;
    }
  }
}
