package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a file with account {@code A}, of which {@code ada} is the admin. */
public abstract class WithStore {
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public @TempDir Path folder;
  public Path store;
  public final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void addAccount() {
    store = folder.resolve("tokens.db");
    environment.put("WARDER_STORE", store.toString());
    environment.put("WARDER_USER", "ada");
    assertThat(run("account", "add", "A", "--name", "Account A").exitCode()).isZero();
  }

  /** A run in the name of {@code ada}. */
  protected Run run(String... args) {
    return Run.inEnvironment(environment, args);
  }

  /** The same, in the name of another. */
  protected Run as(String user, String... args) {
    Map<String, String> others = new HashMap<>(environment);
    others.put("WARDER_USER", user);
    return Run.inEnvironment(others, args);
  }

  /** Creates a token, by a key that is made in no time, and returns its id. */
  protected String create(String... args) {
    List<String> all = new ArrayList<>(List.of("token", "create"));
    all.addAll(List.of(args));
    all.addAll(List.of("--algorithm", "ES256"));
    Run run = run(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return id(run.out());
  }

  protected static String id(String out) {
    Matcher id = UUID.matcher(out);
    assertThat(id.find()).isTrue();
    return id.group();
  }

  /** Ids and values of tokens, ids of keys and heads, which differ in every run. */
  protected static String normal(String text) {
    return UUID.matcher(text)
        .replaceAll("ID")
        .replaceAll("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+", "VALUE")
        .replaceAll("\"key\":\"[\\w-]{22}\"", "\"key\":\"KEY\"")
        .replaceAll("[\\w-]{43}", "HEAD")
        .replaceAll("(?m)^[\\w-]{22} ", "KEY ");
  }

  protected void assertRefused(Run run, String message) {
    assertThat(run).isEqualTo(new Run(1, "", "warder: " + message + "\n"));
  }
}
