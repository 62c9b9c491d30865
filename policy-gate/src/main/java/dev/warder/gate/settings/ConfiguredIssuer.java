package dev.warder.gate.settings;

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
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One issuer of a configuration, and its keys where they are fetched. */
final class ConfiguredIssuer {
  private static final int SEEN_TOKENS = 10_000;

  private final String path;
  private final IssuerSettings settings;
  private final boolean isVerifiedElsewhere;
  private @Nullable RemoteKeys remote;

  /** Takes the path of keys of its settings, such as {@code issuers[0].}. */
  ConfiguredIssuer(String path, IssuerSettings settings, boolean isVerifiedElsewhere) {
    this.path = path;
    this.settings = settings;
    this.isVerifiedElsewhere = isVerifiedElsewhere;
  }

  /** Returns what {@code iss} of its tokens says. */
  String name() {
    String name = Optional.ofNullable(settings.issuer()).orElse(settings.uri());
    if (name == null) {
      throw wrong(
          "uri",
          "name the issuer's address, as `iss` of its tokens says it; or set issuer and keys");
    }
    return name;
  }

  /** Returns why its keys could not be fetched last. */
  Optional<String> problem() {
    return remote == null ? Optional.empty() : remote.problem();
  }

  void close() {
    if (remote != null) {
      remote.close();
    }
  }

  /** Returns the verifier of its tokens, where there is no other issuer. */
  TokenVerifierBuilder only() {
    if (settings.accountPrefix() != null) {
      throw wrong("accountPrefix", "the accounts of one issuer have no prefix: leave it out");
    }
    return tokens();
  }

  /** Has a gate accept its tokens beside those of others. */
  void addTo(GateBuilder gate) {
    String prefix = settings.accountPrefix();
    if (prefix == null) {
      throw wrong(
          "accountPrefix",
          "of several issuers each has a prefix of its own before its accounts, such as okta/");
    }
    TokenVerifierBuilder tokens = tokens();
    InvalidSetting.at(path + "accountPrefix", () -> gate.issuer(prefix, tokens));
  }

  private InvalidSetting wrong(String key, String what) {
    return new InvalidSetting(path + key, what);
  }

  private TokenVerifierBuilder tokens() {
    String name = name();
    String audience = settings.audience();
    if (audience == null) {
      throw wrong("audience", "name this API as `aud` of the issuer's tokens does");
    }
    TokenProfile profile = profile(settings.profile());
    TokenVerifierBuilder tokens =
        TokenVerifier.builder().profile(profile).keepSeenTokens(SEEN_TOKENS);
    InvalidSetting.at(path + "issuer", () -> tokens.issuer(name));
    InvalidSetting.at(path + "audience", () -> tokens.audience(audience));
    InvalidSetting.at(path + "clockSkew", () -> tokens.clockSkew(settings.clockSkew()));
    addKeys(tokens, profile);
    return tokens;
  }

  private void addKeys(TokenVerifierBuilder tokens, TokenProfile profile) {
    String keys = settings.keys();
    String uri = settings.uri();
    if (isVerifiedElsewhere) {
      if (keys != null) {
        throw wrong("keys", "the tokens are verified elsewhere, by other keys: leave it out");
      }
      tokens.acceptOnlyClaimsVerifiedElsewhere();
    } else if (keys != null) {
      if (uri != null) {
        throw wrong("keys", "uri names the keys already: set issuer in place of uri");
      }
      addKeys(tokens, profile, keys);
    } else if (uri != null) {
      tokens.keys(fetched("uri", profile, () -> RemoteKeys.builderOfIssuer(uri)));
    } else {
      throw wrong("keys", "name the keys' address or file; or set uri in place of issuer");
    }
  }

  private void addKeys(TokenVerifierBuilder tokens, TokenProfile profile, String keys) {
    if (keys.startsWith("https:") || keys.startsWith("http:")) {
      tokens.keys(fetched("keys", profile, () -> RemoteKeys.builder(URI.create(keys))));
    } else {
      tokens.keys(file(keys, profile));
    }
  }

  private RemoteKeys fetched(String key, TokenProfile profile, Supplier<RemoteKeysBuilder> from) {
    remote = InvalidSetting.at(path + key, () -> from.get().profile(profile).build());
    return remote;
  }

  private KeySet file(String file, TokenProfile profile) {
    try {
      return KeySet.read(Path.of(file), profile);
    } catch (IOException | InvalidPathException e) {
      throw wrong("keys", file + " cannot be read: " + e);
    } catch (InvalidKeySet e) {
      throw wrong("keys", file + ": " + e.getMessage());
    }
  }

  private TokenProfile profile(String profile) {
    String claim = settings.accountClaim();
    if (!TokenProfiles.names().contains(profile)) {
      if (claim != null) {
        throw wrong(
            "accountClaim",
            "it goes with the name of a profile; in a file, write account: " + claim);
      }
      return read(profile);
    }
    TokenProfileBuilder builder = TokenProfiles.basedOn(profile);
    if (claim != null) {
      InvalidSetting.at(path + "accountClaim", () -> builder.account(ClaimPath.claim(claim)));
    }
    return InvalidSetting.at(path + "profile", builder::build);
  }

  private TokenProfile read(String file) {
    try {
      return TokenProfiles.read(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      String names = String.join(", ", TokenProfiles.names());
      throw wrong("profile", file + " is neither a file that can be read nor one of " + names);
    } catch (InvalidTokenProfile e) {
      throw wrong(
          "profile",
          e.problems().stream()
              .map(Object::toString)
              .collect(Collectors.joining("\n  ", "it is no profile:\n  ", "")));
    }
  }
}
