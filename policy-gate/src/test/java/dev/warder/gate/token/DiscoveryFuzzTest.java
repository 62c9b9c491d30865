package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever metadata comes for an issuer: it is refused, or it names exactly this issuer and a safe
 * address of keys. The first line is the issuer, the rest the metadata.
 */
class DiscoveryFuzzTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

  static Stream<byte[]> seeds() {
    return Stream.of(
            "https://a.example\n{\"issuer\":\"https://a.example\",\"jwks_uri\":\"https://a.example/k\"}",
            "https://a.example/t\n{\"issuer\":\"https://a.example/t/\",\"jwks_uri\":\"https://b/k\"}",
            "https://a.example:8443/t/\n{\"issuer\":\"https://a.example:8443/t/\",\"jwks_uri\":\"http://b/k\"}",
            "http://127.0.0.1:8080\n{\"issuer\":\"http://127.0.0.1:8080\",\"jwks_uri\":\"http://localhost/k\"}",
            "http://[::1]/\n{\"issuer\":\"http://[::1]/\",\"jwks_uri\":\"https://u@b/k\"}",
            "http://localhost\n{\"jwks_uri\":\"http://[::1]:1/k\",\"issuer\":\"http://localhost\",\"x\":[{}]}",
            "https://a.example?x\n{}",
            "https://[::99999999999.0.0.1]\n{}",
            "a\n{\"issuer\":7}")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void keysAddress_anyMetadata_isOfThisIssuerAndSafe(byte[] bytes) throws IOException {
    String text = new String(bytes, UTF_8);
    int line = text.indexOf('\n');
    String issuer = line < 0 ? text : text.substring(0, line);
    String metadata = line < 0 ? "" : text.substring(line + 1);
    List<URI> addresses;
    try {
      addresses = Discovery.addresses(issuer);
    } catch (IllegalArgumentException e) {
      assertThat(e)
          .hasMessageMatching(
              "an issuer with metadata begins with `https://`, [\\s\\S]*|the address of an issuer"
                  + " has no user and no password");
      return;
    }
    assertThat(addresses).hasSize(2).allSatisfy(one -> checkIsOf(issuer, one));
    try {
      checkKeys(issuer, metadata, Discovery.keysAddress(metadata.getBytes(UTF_8), issuer));
    } catch (InvalidKeySet e) {
      assertThat(e.problems()).hasSize(1).doesNotContain("");
    }
  }

  /** The metadata is fetched from the machine that the issuer's address names. */
  private static void checkIsOf(String issuer, URI address) {
    URI of = URI.create(issuer);
    assertThat(address.getScheme()).isEqualTo(of.getScheme());
    assertThat(address.getHost()).isEqualTo(of.getHost());
    assertThat(address.getPort()).isEqualTo(of.getPort());
    assertThat(address.getRawUserInfo()).isNull();
    assertThat(address.getRawQuery()).isNull();
    assertThat(address.getRawFragment()).isNull();
    assertThat(address.getRawPath()).contains("/.well-known/");
  }

  private static void checkKeys(String issuer, String metadata, URI keys) throws IOException {
    JsonNode read = MAPPER.readTree(metadata);
    assertThat(read.path("issuer").textValue()).isEqualTo(issuer);
    assertThat(keys).hasToString(read.path("jwks_uri").textValue());
    boolean isLocal = URI.create(issuer).getScheme().equals("http");
    assertThat(
            keys.getScheme().equals("https")
                || (isLocal && keys.getScheme().equals("http") && LOCAL.contains(keys.getHost())))
        .as("%s of %s", keys, issuer)
        .isTrue();
    assertThat(keys.getHost()).isNotEmpty();
    assertThat(keys.getRawUserInfo()).isNull();
  }
}
