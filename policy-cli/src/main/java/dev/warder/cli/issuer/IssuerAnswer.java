package dev.warder.cli.issuer;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.Style;
import dev.warder.gate.token.IgnoredKey;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.PublishedKeys;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.UsedKey;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of an issuer's keys.
 *
 * @param published where they are, or nothing where the metadata does not lead to them
 * @param problems why no key can be used; empty where one can
 * @param profiles the names of the profiles that use the most keys
 * @param options the lines of a file of a profile that uses more keys
 * @param advice what to type to use more keys, and which these are
 */
record IssuerAnswer(
    String issuer,
    String profile,
    Optional<PublishedKeys> published,
    List<UsedKey> used,
    List<IgnoredKey> ignored,
    List<String> problems,
    List<String> profiles,
    List<String> options,
    List<String> advice) {

  /** Returns the answer about metadata that leads to no keys. */
  static IssuerAnswer without(String issuer, String profile, List<String> problems) {
    return new IssuerAnswer(
        issuer,
        profile,
        Optional.empty(),
        List.of(),
        List.of(),
        problems,
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * Returns the answer about the keys that are published.
   *
   * @param profile the profile's name or file
   * @param read the profile of the file, or null for one that has a name
   */
  static IssuerAnswer of(
      String issuer, String profile, PublishedKeys published, @Nullable TokenProfile read) {
    List<UsedKey> used = List.of();
    List<IgnoredKey> ignored;
    List<String> problems = List.of();
    try {
      KeySet keys = read == null ? published.keysUnder(profile) : published.keys(read);
      used = keys.used();
      ignored = keys.ignored();
    } catch (InvalidKeySet e) {
      ignored = e.ignored();
      problems = ignored.isEmpty() ? e.problems() : List.of("none of the keys can be used");
    }
    MoreKeys more = MoreKeys.beside(used, published);
    List<String> profiles = published.profiles();
    return new IssuerAnswer(
        issuer,
        profile,
        Optional.of(published),
        used,
        ignored,
        problems,
        profiles,
        more.lines(profile, read != null),
        more.advice(profile, read != null, profiles));
  }

  /** Returns whether a token of the issuer can be verified. */
  boolean isUsable() {
    return problems.isEmpty();
  }

  /** Prints the answer as text. */
  void print(Console console) {
    console.println(
        isUsable()
            ? console.styled(Style.GOOD, "USABLE")
            : console.styled(Style.BAD, "NOT USABLE"));
    NamedRows rows = new NamedRows();
    rows.add("issuer", issuer);
    rows.add("metadata", published.map(PublishedKeys::metadata));
    rows.add("key set", published.map(PublishedKeys::address));
    rows.add("profile", profile);
    rows.add("problem", problems);
    rows.add("used", used);
    rows.add("ignored", ignored.stream().filter(key -> !key.isFault()).toList());
    rows.add("faulty", ignored.stream().filter(IgnoredKey::isFault).toList());
    rows.add("more keys", advice);
    rows.print(console);
  }

  /** Writes the answer as members of an object. */
  void write(JsonObject json) {
    json.put("usable", isUsable());
    json.put("issuer", issuer);
    json.put("metadata", published.map(PublishedKeys::metadata).map(URI::toString));
    json.put("keySet", published.map(PublishedKeys::address).map(URI::toString));
    json.put("profile", profile);
    json.put("problems", problems);
    json.putObjects("used", used, IssuerAnswer::write);
    json.putObjects("ignored", ignored, IssuerAnswer::write);
    json.put("profiles", profiles);
    json.put("options", options);
  }

  private static void write(JsonObject json, UsedKey key) {
    json.put("number", key.number());
    json.put("kid", key.id());
    json.put("algorithm", key.algorithm().code());
    json.put("bits", key.bits());
  }

  private static void write(JsonObject json, IgnoredKey key) {
    json.put("number", key.number());
    json.put("kid", key.id());
    json.put("fault", key.isFault());
    json.put("reasons", key.reasons());
  }
}
