package dev.warder.cli.authority;

import dev.warder.authority.Actor;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionSection;
import dev.warder.cli.text.Shown;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The store to work on, and in whose name. */
final class StoreOptions {
  private static final String SQLITE = "jdbc:sqlite:";

  @Option(
      names = "--store",
      paramLabel = "STORE",
      order = OptionSection.STORE,
      description =
          "Where tokens are kept: a file, also written jdbc:sqlite:FILE, or a URL that begins with"
              + " jdbc:postgresql:. By default WARDER_STORE, or else a file in your data folder.")
  @Nullable String store;

  @Option(
      names = "--as",
      paramLabel = "USER",
      order = OptionSection.STORE,
      description =
          "The user who acts, as the audit records it; nobody is authenticated. By default"
              + " WARDER_USER, or else your name on this machine.")
  @Nullable String user;

  /** Returns where the store is. */
  String place(Console console) throws NoAnswer {
    String said = store == null ? console.environment().apply("WARDER_STORE") : store;
    if (said != null && said.isEmpty()) {
      throw NoAnswer.usage("the store has no name: give --store STORE, or leave --store out");
    }
    return said == null ? inDataFolder(console.environment()) : said;
  }

  /** By the XDG base directory specification, or on Windows where such things are kept there. */
  private static String inDataFolder(UnaryOperator<@Nullable String> environment) throws NoAnswer {
    String xdg = environment.apply("XDG_DATA_HOME");
    String windows = environment.apply("LOCALAPPDATA");
    String home = environment.apply("HOME");
    if (xdg != null && !xdg.isEmpty()) {
      return Path.of(xdg, "warder", "tokens.db").toString();
    } else if (windows != null && !windows.isEmpty()) {
      return Path.of(windows, "warder", "tokens.db").toString();
    } else if (home != null && !home.isEmpty()) {
      return Path.of(home, ".local", "share", "warder", "tokens.db").toString();
    }
    throw NoAnswer.usage(
        "needs --store STORE, or WARDER_STORE: the environment has no home folder");
  }

  /**
   * Returns the file that a place is, or null for a URL of something else: of a server, or one that
   * is refused where it is opened, without a word of the password that it may have.
   */
  static @Nullable Path file(String place) throws NoAnswer {
    boolean isUrl = place.startsWith("jdbc:") || place.contains("://");
    if (isUrl && !place.startsWith(SQLITE)) {
      return null;
    }
    String path = place.startsWith(SQLITE) ? place.substring(SQLITE.length()) : place;
    int end = place.startsWith(SQLITE) ? path.indexOf('?') : -1;
    path = end < 0 ? path : path.substring(0, end);
    try {
      return Path.of(path.startsWith("file:") ? path.substring("file:".length()) : path);
    } catch (InvalidPathException e) {
      throw NoAnswer.usage("--store cannot be a file's name: " + Shown.quoted(place));
    }
  }

  /** A mistyped name must not make another store. */
  static void checkThere(@Nullable Path file) throws NoAnswer {
    if (file != null && !Files.exists(file)) {
      throw NoAnswer.because(
          "there is no store at "
              + Shown.quoted(file.toAbsolutePath().toString())
              + "; name another with --store STORE or WARDER_STORE, or make one: type warder account add ID");
    }
  }

  /** Returns in whose name. */
  Actor actor(Console console) throws NoAnswer {
    String said = user;
    for (String variable : new String[] {"WARDER_USER", "USER", "LOGNAME", "USERNAME"}) {
      said = said == null ? console.environment().apply(variable) : said;
    }
    if (said == null) {
      throw NoAnswer.usage(
          "needs --as USER, or WARDER_USER: the environment does not say who you are");
    }
    return user(said, "--as");
  }

  /** Returns a user, of an option or argument that is called so. */
  static Actor user(String id, String name) throws NoAnswer {
    try {
      return new Actor(id);
    } catch (IllegalArgumentException e) {
      throw NoAnswer.usage(name + " is 1 to 256 characters, none of them a control or a bracket");
    }
  }
}
