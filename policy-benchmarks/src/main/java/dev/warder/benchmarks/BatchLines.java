package dev.warder.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Lines of questions with owners, from a fixed seed: whether the token may change an app of its
 * own. Half of them hold the capability.
 */
final class BatchLines {
  private static final String HELD = "write:app";
  private static final String NOT_ENOUGH = "read:app";

  private BatchLines() {}

  static boolean isAllowed(Random random) {
    return random.nextBoolean();
  }

  static String line(int number, boolean isAllowed, Random random) {
    String app = Integer.toString(random.nextInt(36 * 36 * 36 * 36), 36);
    return "{\"id\": %d, \"account\": \"A\", \"capabilities\": [\"%s\"], \"owners\": {\"app\": {\"%s\": \"A\"}}, "
            .formatted(number, isAllowed ? HELD : NOT_ENOUGH, app)
        + "\"method\": \"PATCH\", \"path\": \"/v1/apps/%s\"}%n".formatted(app);
  }

  /** Writes lines and returns how many of them are to be allowed. */
  static int write(Path file, int lines) throws IOException {
    Random random = new Random(20_261_126L);
    int allowed = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < lines; i++) {
        boolean isAllowed = isAllowed(random);
        allowed += isAllowed ? 1 : 0;
        out.write(line(i, isAllowed, random));
      }
    }
    return allowed;
  }
}
