package dev.warder.gate.token;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text says that may be a token, for somebody who looks at it: read without any key, so that
 * anybody may have written it. Nothing is decided on it, and no {@link AccessToken} comes of it.
 * Immutable and safe for use by many threads.
 */
public final class UnverifiedToken {
  private static final TokenProfile WITH_SCOPE =
      TokenProfile.builder().capabilitiesAsText(ClaimPath.claim("scope")).build();
  private static final Splitter DOTS = Splitter.on('.');

  private final @Nullable String header;
  private final @Nullable String claims;
  private final ImmutableList<TokenFault> faults;

  private UnverifiedToken(
      @Nullable String header, @Nullable String claims, Set<TokenFault> faults) {
    this.header = header;
    this.claims = claims;
    this.faults = ImmutableList.copyOf(faults);
  }

  /**
   * Returns what a text says, and what is wrong with it. Every text is taken, whatever it is. The
   * claims are those of no particular host: the capabilities may stand in {@code capabilities} or
   * in {@code scope}.
   *
   * @param now the time by which expiry and the like are judged, without a clock skew
   */
  public static UnverifiedToken inspect(String text, Instant now) {
    Set<TokenFault> faults = new LinkedHashSet<>();
    note(
        faults,
        () -> {
          var unused = CompactToken.parse(text, TokenLimits.MOST_CHARACTERS).header();
        });
    List<String> parts = DOTS.limit(3).splitToList(text);
    byte @Nullable [] header = Base64Url.decode(parts.get(0));
    byte @Nullable [] claims = parts.size() < 3 ? null : Base64Url.decode(parts.get(1));
    if (parts.size() == 3 && header != null && header.length > 0) {
      note(
          faults,
          () -> {
            var unused = TokenHeader.parse(header, TokenProfile.strict());
          });
    }
    if (claims != null && claims.length > 0) {
      noteClaims(faults, claims, now);
    }
    return new UnverifiedToken(parts.size() < 3 ? null : text(header), text(claims), faults);
  }

  /** Time is judged by itself, so that it is reported beside another claim's fault. */
  private static void noteClaims(Set<TokenFault> faults, byte[] json, Instant now) {
    note(
        faults,
        () -> {
          Map<String, @Nullable Object> claims = StrictJson.parse(json);
          note(
              faults,
              () -> {
                var unused = Claims.read(claims, profile(claims), false, "", null);
              });
          note(faults, () -> Validity.read(claims).check(Validity.millis(now), 0));
        });
  }

  private static TokenProfile profile(Map<String, @Nullable Object> claims) {
    boolean isScope = claims.containsKey("scope") && !claims.containsKey("capabilities");
    return isScope ? WITH_SCOPE : TokenProfile.strict();
  }

  /** One step of reading, of which only the fault is wanted. */
  @FunctionalInterface
  private interface Reading {
    void read() throws TokenRejected;
  }

  private static void note(Set<TokenFault> faults, Reading reading) {
    try {
      reading.read();
    } catch (TokenRejected e) {
      faults.add(e.fault());
    }
  }

  private static @Nullable String text(byte @Nullable [] utf8) {
    if (utf8 == null || utf8.length == 0) {
      return null;
    }
    try {
      return StrictJson.decode(utf8);
    } catch (TokenRejected e) {
      return null;
    }
  }

  /** Returns the header as it was encoded, or nothing where it is no text. It may be no JSON. */
  public Optional<String> header() {
    return Optional.ofNullable(header);
  }

  /** Returns the claims as they were encoded, or nothing where they are no text. */
  public Optional<String> claims() {
    return Optional.ofNullable(claims);
  }

  /**
   * Returns what is wrong as far as it can be told without keys, issuer and audience: the first
   * fault of the text's form, of the header, of the claims, and of the time. None does not mean
   * that the token is genuine.
   */
  public List<TokenFault> faults() {
    return faults;
  }

  /** Returns the faults, and nothing of the text. */
  @Override
  public String toString() {
    return "unverified token, faults: " + faults;
  }
}
