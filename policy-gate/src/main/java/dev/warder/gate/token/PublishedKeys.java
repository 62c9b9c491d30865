package dev.warder.gate.token;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.warder.gate.fetch.Fetching;
import dev.warder.model.text.Quoted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What an issuer publishes, fetched once, for somebody who looks at it. A verifier follows the keys
 * by {@link RemoteKeys} instead. Immutable and safe for use by many threads.
 */
public final class PublishedKeys {
  private static final int REDIRECTIONS = 3;

  private final URI metadata;
  private final URI address;
  private final byte[] json;

  private PublishedKeys(URI metadata, URI address, byte[] json) {
    this.metadata = metadata;
    this.address = address;
    this.json = json;
  }

  /**
   * Fetches the metadata of an issuer, and the key set that it names, by the rules of {@link
   * RemoteKeys#builderOfIssuer}. Waits for both.
   *
   * @param timeout within what time each of the two must have answered, whole
   * @throws IOException when an address does not answer in time with status 200, and at most {@link
   *     KeySet#MOST_BYTES}; the message has the address
   * @throws InvalidKeySet when the metadata cannot be read, is another issuer's, or names no safe
   *     address
   * @throws IllegalArgumentException for an issuer or a timeout that {@link RemoteKeysBuilder}
   *     refuses
   */
  public static PublishedKeys fetch(String issuer, Duration timeout)
      throws IOException, InvalidKeySet {
    List<URI> addresses = Discovery.addresses(issuer);
    RemoteKeysBuilder.checkTimeout(timeout);
    Fetching fetching = KeyAddress.within(timeout);
    HttpResponse<byte[]> metadata = answer(fetching, addresses.get(0), timeout);
    if (Discovery.isElsewhere(metadata)) {
      String first = status(metadata) + "; ";
      metadata = answer(fetching, addresses.get(1), timeout);
      checkStatus(first, metadata, "; is this the issuer, exactly as `iss` says it?");
    }
    checkStatus("", metadata, "");
    URI address = keysAddress(metadata, issuer);
    HttpResponse<byte[]> keys = answer(fetching, address, timeout);
    checkStatus("", keys, "");
    return new PublishedKeys(metadata.uri(), address, keys.body());
  }

  private static HttpResponse<byte[]> answer(Fetching fetching, URI address, Duration timeout)
      throws IOException {
    try {
      return new KeyAddress(fetching, address).fetch().join();
    } catch (CompletionException e) {
      throw new IOException(quoted(address) + ": " + why(e, timeout), e);
    }
  }

  /** Returns why an address gave no answer. */
  static String why(Throwable failure, Duration timeout) {
    List<Throwable> causes = Throwables.getCausalChain(failure);
    if (has(causes, TimeoutException.class) || has(causes, HttpTimeoutException.class)) {
      return "no whole answer within " + timeout.toMillis() + " ms";
    }
    if (has(causes, UnresolvedAddressException.class)) {
      return "there is no host of this name";
    }
    if (has(causes, ConnectException.class)) {
      return "nothing listens there, or it cannot be reached";
    }
    if (has(causes, CertificateException.class)) {
      return "this machine does not trust its certificate";
    }
    return has(causes, Fetching.TooManyBytes.class)
        ? "the answer has more than " + KeySet.MOST_BYTES + " bytes"
        : "what answers there gives no whole HTTP response";
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  private static void checkStatus(String before, HttpResponse<byte[]> answer, String after)
      throws IOException {
    if (answer.statusCode() != Discovery.OK) {
      throw new IOException(before + status(answer) + after);
    }
  }

  private static String status(HttpResponse<byte[]> answer) {
    String status = quoted(answer.uri()) + " has status " + answer.statusCode() + ", not 200";
    return answer.statusCode() / 100 == REDIRECTIONS
        ? status + "; redirections are not followed"
        : status;
  }

  private static URI keysAddress(HttpResponse<byte[]> metadata, String issuer)
      throws InvalidKeySet {
    try {
      return Discovery.keysAddress(metadata.body(), issuer);
    } catch (InvalidKeySet e) {
      throw new InvalidKeySet(quoted(metadata.uri()) + ": " + e.getMessage());
    }
  }

  private static String quoted(URI address) {
    return "`" + Quoted.harmless(address.toString()) + "`";
  }

  /** Returns the address of the metadata. */
  public URI metadata() {
    return metadata;
  }

  /** Returns the address of the key set. */
  public URI address() {
    return address;
  }

  /**
   * Returns the key set as {@link RemoteKeys} would use it for tokens of a profile.
   *
   * @throws InvalidKeySet when it is none, or none of its keys is fit for verifying tokens
   */
  public KeySet keys(TokenProfile profile) throws InvalidKeySet {
    return KeySet.parse(json, profile.keys.published(), SignatureChecks.fastestFirst());
  }

  /**
   * Returns the names of the profiles that use every key which at least one of them uses; none
   * where no profile uses all of these.
   */
  public List<String> profiles() {
    Map<String, Set<Integer>> used = Maps.toMap(NamedProfiles.NAMES, this::usedUnder);
    Set<Integer> all = new HashSet<>();
    used.values().forEach(all::addAll);
    Stream<String> names = NamedProfiles.NAMES.stream();
    return all.isEmpty() ? List.of() : names.filter(name -> all.equals(used.get(name))).toList();
  }

  /**
   * Returns the key set as {@link RemoteKeys} would use it for tokens of a profile that has a name.
   * Only its rules about keys count, so this also takes a profile that asks for more before it is
   * built.
   *
   * @throws IllegalArgumentException when there is no such profile; the message lists all
   * @throws InvalidKeySet when it is none, or none of its keys is fit for verifying tokens
   */
  public KeySet keysUnder(String name) throws InvalidKeySet {
    return keys(TokenProfiles.basedOn(name).buildIncomplete());
  }

  private Set<Integer> usedUnder(String name) {
    try {
      return keysUnder(name).used().stream()
          .map(UsedKey::number)
          .collect(ImmutableSet.toImmutableSet());
    } catch (InvalidKeySet e) {
      return Set.of();
    }
  }

  /** Returns the two addresses. */
  @Override
  public String toString() {
    return "keys at " + address + ", which " + metadata + " names";
  }
}
