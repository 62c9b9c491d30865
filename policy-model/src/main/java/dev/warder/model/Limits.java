package dev.warder.model;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How many requests a provider admits in one clock hour; what is absent is not limited. Immutable.
 *
 * <pre>{@code
 * Limits limits = Limits.NONE.withToken(2_000).withClient(60);
 * }</pre>
 */
public final class Limits {
  private static final OptionalInt ANY = OptionalInt.empty();

  /** No limits. */
  public static final Limits NONE = new Limits(ANY, ANY, ANY, ANY);

  private final OptionalInt account;
  private final OptionalInt token;
  private final OptionalInt client;
  private final OptionalInt publicRequests;

  private Limits(
      OptionalInt account, OptionalInt token, OptionalInt client, OptionalInt publicRequests) {
    this.account = account;
    this.token = token;
    this.client = client;
    this.publicRequests = publicRequests;
  }

  /** Returns how many requests of all tokens of one account are admitted. */
  public OptionalInt account() {
    return account;
  }

  /** Returns how many requests of one token are admitted. */
  public OptionalInt token() {
    return token;
  }

  /**
   * Returns how many requests of one client are admitted that have no valid token and are denied.
   */
  public OptionalInt client() {
    return client;
  }

  /**
   * Returns how many requests of one client are admitted that are allowed without a token, where
   * that is named; {@link #publicOrClient} is the limit that counts.
   */
  public OptionalInt publicRequests() {
    return publicRequests;
  }

  /** Returns the limit of a client's public requests: the one that is named, or the client's. */
  public OptionalInt publicOrClient() {
    return publicRequests.isPresent() ? publicRequests : client;
  }

  /**
   * Returns these limits with another one for an account; 0 admits none.
   *
   * @throws IllegalArgumentException when the number is negative
   */
  public Limits withAccount(int requestsPerHour) {
    return new Limits(checked(requestsPerHour), token, client, publicRequests);
  }

  /**
   * Returns these limits with another one for a token; 0 admits none.
   *
   * @throws IllegalArgumentException when the number is negative
   */
  public Limits withToken(int requestsPerHour) {
    return new Limits(account, checked(requestsPerHour), client, publicRequests);
  }

  /**
   * Returns these limits with another one for a client; 0 admits none.
   *
   * @throws IllegalArgumentException when the number is negative
   */
  public Limits withClient(int requestsPerHour) {
    return new Limits(account, token, checked(requestsPerHour), publicRequests);
  }

  /**
   * Returns these limits with another one for a client's public requests; 0 admits none.
   *
   * @throws IllegalArgumentException when the number is negative
   */
  public Limits withPublicRequests(int requestsPerHour) {
    return new Limits(account, token, client, checked(requestsPerHour));
  }

  private static OptionalInt checked(int requestsPerHour) {
    checkArgument(requestsPerHour >= 0, "a limit is 0 or more, not %s", requestsPerHour);
    return OptionalInt.of(requestsPerHour);
  }

  private List<OptionalInt> parts() {
    return List.of(account, token, client, publicRequests);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Limits that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /**
   * Returns the limits in words: {@code account 4000, token 2000, client none}, and {@code public}
   * where it is named.
   */
  @Override
  public String toString() {
    return "account "
        + word(account)
        + ", token "
        + word(token)
        + ", client "
        + word(client)
        + (publicRequests.isPresent() ? ", public " + word(publicRequests) : "");
  }

  private static String word(OptionalInt limit) {
    return limit.isPresent() ? Integer.toString(limit.getAsInt()) : "none";
  }
}
