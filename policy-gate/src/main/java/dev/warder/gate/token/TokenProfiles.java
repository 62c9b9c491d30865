package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.model.text.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Makes {@link TokenProfile}s of profiles that have a name, such as {@code keycloak}, and of files
 * of YAML. {@code spec/SEMANTICS.md}, section 7.10, has the keys of a file and the names.
 */
public final class TokenProfiles {
  private TokenProfiles() {}

  /** Returns the names of the profiles that have one. */
  public static Set<String> names() {
    return NamedProfiles.NAMES;
  }

  /**
   * Returns a builder that begins with a profile that has a name. Most such profiles name no
   * account, and some ask for more before they are built.
   *
   * @throws IllegalArgumentException when there is no such profile; the message lists all
   */
  public static TokenProfileBuilder basedOn(String name) {
    checkArgument(
        NamedProfiles.NAMES.contains(name),
        "there is no profile %s; there are %s",
        Quoted.of(name),
        String.join(", ", NamedProfiles.NAMES));
    return TokenProfileReader.named(name);
  }

  /**
   * Reads a profile from a file of YAML. It is read once; later changes of the file do nothing.
   *
   * @throws IOException when the file cannot be read
   * @throws InvalidTokenProfile when it is no profile, with all its problems
   */
  public static TokenProfile read(Path file) throws IOException, InvalidTokenProfile {
    return TokenProfileReader.read(file);
  }

  /**
   * Reads a profile from text.
   *
   * @param source what problems call the text, such as a file's name
   * @throws InvalidTokenProfile when it is no profile, with all its problems
   */
  public static TokenProfile parse(String source, String text) throws InvalidTokenProfile {
    return TokenProfileReader.parse(source, text);
  }
}
