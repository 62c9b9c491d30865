package dev.warder.cli.profile;

import dev.warder.gate.token.TokenProfiles;
import java.util.Iterator;

/** The names of profiles, for the help and the completion of an option that takes one. */
public final class ProfileNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return TokenProfiles.names().iterator();
  }
}
