package dev.warder.authority;

import dev.warder.gate.token.TokenLimits;
import dev.warder.model.Catalogue;
import dev.warder.model.Expiry;
import dev.warder.model.Lifetime;
import dev.warder.model.text.Quoted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an admin's words when a token expires: one of the lifetimes that the catalogue offers,
 * as it writes them ({@code 30d}, {@code never}), or its default. Where it offers none, any from
 * {@code 1d} to {@code 36500d}, or {@code never}; then there is no default. Immutable and safe for
 * use by many threads.
 */
public final class ExpiryChoice {
  private static final int MOST_DAYS = Math.toIntExact(TokenLimits.LONGEST_LIFETIME.toDays());
  private static final String ANY = "`Nd`, with N days from 1 to " + MOST_DAYS + ", or `never`";

  private final Optional<Expiry> offered;

  private ExpiryChoice(Optional<Expiry> offered) {
    this.offered = offered;
  }

  /** Returns the choice among the lifetimes of a catalogue. */
  public static ExpiryChoice of(Catalogue catalogue) {
    return new ExpiryChoice(catalogue.expiry());
  }

  /**
   * Returns the first instant at which a token has expired, or nothing where it never does.
   *
   * @param said a lifetime, or null for the default
   * @param issuedAt counted from its whole second, which is what a token says
   * @throws Refused when the lifetime is none of those offered, or nothing was said and there is no
   *     default
   */
  public Optional<Instant> expiresAt(@Nullable String said, Instant issuedAt) throws Refused {
    Instant second = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    return lifetime(said).map(second::plus);
  }

  private Optional<Duration> lifetime(@Nullable String said) throws Refused {
    if (offered.isPresent()) {
      return offered(offered.get(), said);
    }
    if (said == null) {
      throw new Refused(
          RefusalReason.UNKNOWN_EXPIRY, "the catalogue has no default expiry; choose " + ANY);
    }
    return said.equals(Lifetime.NEVER.toString())
        ? Optional.empty()
        : Optional.of(Duration.ofDays(days(said)));
  }

  private static Optional<Duration> offered(Expiry expiry, @Nullable String said) throws Refused {
    if (said == null) {
      return expiry.preset().duration();
    }
    for (Lifetime lifetime : expiry.choices()) {
      if (lifetime.toString().equals(said)) {
        return lifetime.duration();
      }
    }
    throw refused(
        said,
        "one of "
            + expiry.choices().stream()
                .map(lifetime -> "`" + lifetime + "`")
                .collect(Collectors.joining(", ")));
  }

  /** Returns the number before a {@code d}, without sign or leading zero. */
  private static int days(String said) throws Refused {
    int digits = said.length() - 1;
    boolean isNumber =
        digits >= 1
            && digits <= 5
            && said.charAt(digits) == 'd'
            && said.charAt(0) != '0'
            && said.chars().limit(digits).allMatch(c -> c >= '0' && c <= '9');
    int days = isNumber ? Integer.parseInt(said.substring(0, digits)) : 0;
    if (days < 1 || days > MOST_DAYS) {
      throw refused(said, ANY);
    }
    return days;
  }

  private static Refused refused(String said, String right) {
    return new Refused(
        RefusalReason.UNKNOWN_EXPIRY, "a token's expiry is " + right + ", not " + Quoted.of(said));
  }
}
