package dev.warder.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parses each JSON line of a file and writes it again: what a batch takes that decides nothing. */
public final class CopyLines {
  private CopyLines() {}

  /**
   * Copies.
   *
   * @param arguments the file
   * @throws IOException when it cannot be read or written
   */
  public static void main(String... arguments) throws IOException {
    // Owners' ids are names: a table of names that grows with each line is copied with each line.
    ObjectMapper json =
        new ObjectMapper(
            JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build());
    Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[0]))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(json.writeValueAsString(json.readTree(line)));
        out.write('\n');
      }
    }
    out.flush();
  }
}
