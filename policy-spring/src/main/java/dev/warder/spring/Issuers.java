package dev.warder.spring;

import dev.warder.gate.GateBuilder;
import dev.warder.gate.token.ClaimPath;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.InvalidTokenProfile;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.RemoteKeys;
import dev.warder.gate.token.RemoteKeysBuilder;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfileBuilder;
import dev.warder.gate.token.TokenProfiles;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The issuers of {@code warder.issuers}, and the keys that are fetched from them. */
final class Issuers implements GateProblems, AutoCloseable {
  private static final int SEEN_TOKENS = 10_000;

  private final List<WarderProperties.Issuer> settings;
  private final boolean isVerifiedElsewhere;
  private final List<Remote> remote = new ArrayList<>();

  /** The keys of an issuer that are fetched. */
  private record Remote(String issuer, RemoteKeys keys) {}

  /** Takes the settings, and whether somebody else verifies tokens, so that no keys are needed. */
  Issuers(List<WarderProperties.Issuer> settings, boolean isVerifiedElsewhere) {
    this.settings = settings;
    this.isVerifiedElsewhere = isVerifiedElsewhere;
  }

  /** Returns why keys of issuers could not be fetched; nothing for those that could. */
  @Override
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    for (Remote of : remote) {
      of.keys.problem().ifPresent(problem -> problems.put("keys of " + of.issuer, problem));
    }
    return problems;
  }

  @Override
  public void close() {
    remote.forEach(of -> of.keys.close());
  }

  /** Has a gate accept the tokens of these issuers. */
  void addTo(GateBuilder gate) {
    if (settings.isEmpty()) {
      throw new InvalidWarderSettings(
          "warder.issuers", "name an issuer: set warder.issuers[0].uri and .audience");
    }
    if (settings.size() == 1) {
      if (settings.get(0).accountPrefix() != null) {
        throw new InvalidWarderSettings(
            setting(0, "accountPrefix"), "the accounts of one issuer have no prefix: leave it out");
      }
      gate.tokens(tokens(0));
      return;
    }
    for (int i = 0; i < settings.size(); i++) {
      String prefix = settings.get(i).accountPrefix();
      if (prefix == null) {
        throw new InvalidWarderSettings(
            setting(i, "accountPrefix"),
            "of several issuers each has a prefix of its own before its accounts, such as okta/");
      }
      TokenVerifierBuilder tokens = tokens(i);
      InvalidWarderSettings.at(setting(i, "accountPrefix"), () -> gate.issuer(prefix, tokens));
    }
  }

  private static String setting(int index, String name) {
    return "warder.issuers[" + index + "]." + name;
  }

  private TokenVerifierBuilder tokens(int index) {
    WarderProperties.Issuer issuer = settings.get(index);
    String name = Optional.ofNullable(issuer.issuer()).orElse(issuer.uri());
    if (name == null) {
      throw new InvalidWarderSettings(
          setting(index, "uri"),
          "name the issuer's address, as `iss` of its tokens says it; or set issuer and keys");
    }
    String audience = issuer.audience();
    if (audience == null) {
      throw new InvalidWarderSettings(
          setting(index, "audience"), "name this API as `aud` of the issuer's tokens does");
    }
    TokenProfile profile = profile(index, issuer);
    TokenVerifierBuilder tokens =
        TokenVerifier.builder().profile(profile).keepSeenTokens(SEEN_TOKENS);
    InvalidWarderSettings.at(setting(index, "issuer"), () -> tokens.issuer(name));
    InvalidWarderSettings.at(setting(index, "audience"), () -> tokens.audience(audience));
    Duration skew = issuer.clockSkew();
    InvalidWarderSettings.at(setting(index, "clockSkew"), () -> tokens.clockSkew(skew));
    addKeys(tokens, index, name, profile);
    return tokens;
  }

  private void addKeys(TokenVerifierBuilder tokens, int index, String name, TokenProfile profile) {
    String keys = settings.get(index).keys();
    String uri = settings.get(index).uri();
    if (isVerifiedElsewhere) {
      if (keys != null) {
        throw new InvalidWarderSettings(
            setting(index, "keys"), "Spring verifies tokens by keys of its own: leave it out");
      }
      tokens.acceptOnlyClaimsVerifiedElsewhere();
      return;
    }
    if (keys == null && uri == null) {
      throw new InvalidWarderSettings(
          setting(index, "keys"), "name the keys' address or file; or set uri in place of issuer");
    }
    if (keys != null && uri != null) {
      throw new InvalidWarderSettings(
          setting(index, "keys"), "uri names the keys already: set issuer in place of uri");
    }
    if (keys == null) {
      tokens.keys(fetched(index, "uri", name, profile, uri));
    } else if (keys.startsWith("https:") || keys.startsWith("http:")) {
      tokens.keys(fetched(index, "keys", name, profile, null));
    } else {
      tokens.keys(file(index, keys, profile));
    }
  }

  /**
   * Returns keys that are fetched.
   *
   * @param uri the issuer whose metadata names their address, or null where {@code keys} does
   */
  private RemoteKeys fetched(
      int index, String setting, String name, TokenProfile profile, @Nullable String uri) {
    return InvalidWarderSettings.at(
        setting(index, setting),
        () -> {
          RemoteKeysBuilder builder =
              uri == null
                  ? RemoteKeys.builder(URI.create(String.valueOf(settings.get(index).keys())))
                  : RemoteKeys.builderOfIssuer(uri);
          RemoteKeys keys = builder.profile(profile).build();
          remote.add(new Remote(name, keys));
          return keys;
        });
  }

  private static KeySet file(int index, String file, TokenProfile profile) {
    String setting = setting(index, "keys");
    try {
      return KeySet.read(Path.of(file), profile);
    } catch (IOException | InvalidPathException e) {
      throw new InvalidWarderSettings(setting, file + " cannot be read: " + e);
    } catch (InvalidKeySet e) {
      throw new InvalidWarderSettings(setting, file + ": " + e.getMessage());
    }
  }

  private static TokenProfile profile(int index, WarderProperties.Issuer issuer) {
    String setting = setting(index, "profile");
    String profile = issuer.profile();
    if (!TokenProfiles.names().contains(profile)) {
      if (issuer.accountClaim() != null) {
        throw new InvalidWarderSettings(
            setting(index, "accountClaim"),
            "it goes with the name of a profile; in a file, write account: "
                + issuer.accountClaim());
      }
      return read(setting, profile);
    }
    TokenProfileBuilder builder = TokenProfiles.basedOn(profile);
    String claim = issuer.accountClaim();
    if (claim != null) {
      InvalidWarderSettings.at(
          setting(index, "accountClaim"), () -> builder.account(ClaimPath.claim(claim)));
    }
    return InvalidWarderSettings.at(setting, builder::build);
  }

  private static TokenProfile read(String setting, String file) {
    try {
      return TokenProfiles.read(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new InvalidWarderSettings(
          setting,
          file
              + " is neither a file that can be read nor one of "
              + String.join(", ", TokenProfiles.names()));
    } catch (InvalidTokenProfile e) {
      List<String> problems = new ArrayList<>();
      e.problems().forEach(problem -> problems.add("\n  " + problem));
      throw new InvalidWarderSettings(setting, "it is no profile:" + String.join("", problems));
    }
  }
}
