package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an issuer publishes, fetched once. */
class PublishedKeysTest {
  private static final EdKey KEY = EdKey.make("k");
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final String OPENID = "/tenants/a/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server/tenants/a";

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private HttpServer server;
  private String root;
  private String issuer;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
    issuer = root + "/tenants/a";
    pages.put(OPENID, metadata(issuer, root + "/keys"));
    pages.put("/keys", EdKey.set(KEY));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String page = pages.getOrDefault(path, "");
      if (page.equals("never")) {
        await();
      }
      byte[] body = page.getBytes(UTF_8);
      int status = statuses.getOrDefault(path, page.isEmpty() ? 404 : 200);
      exchange.sendResponseHeaders(status, page.equals("cut") ? 100 : Math.max(1, body.length));
      exchange.getResponseBody().write(body.length == 0 ? new byte[1] : body);
    }
  }

  private void await() {
    try {
      if (!held.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the test did not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stop() {
    held.countDown();
    server.stop(0);
  }

  private static String metadata(String issuer, String keys) {
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, keys);
  }

  private PublishedKeys fetch() throws Exception {
    return PublishedKeys.fetch(issuer, LONG);
  }

  private void assertNoAnswer(String message) {
    assertThatIOException().isThrownBy(this::fetch).withMessage(message);
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(InvalidKeySet.class).isThrownBy(this::fetch).withMessage(message);
  }

  @Test
  void fetch_metadataOfOpenIdConnect_leadsToTheKeys() throws Exception {
    PublishedKeys published = fetch();
    assertThat(published.metadata()).isEqualTo(URI.create(root + OPENID));
    assertThat(published.address()).isEqualTo(URI.create(root + "/keys"));
    assertThat(published.keys(TokenProfile.strict()).ids()).containsExactly("k");
  }

  @Test
  void fetch_metadataOfRfc8414_isFoundWhereThereIsNoOther() throws Exception {
    pages.put(OAUTH, pages.remove(OPENID));
    assertThat(fetch().metadata()).isEqualTo(URI.create(root + OAUTH));
  }

  @Test
  void fetch_noMetadata_namesBothAddresses() {
    pages.remove(OPENID);
    statuses.put(OAUTH, 410);
    assertNoAnswer(
        "`%s` has status 404, not 200; `%s` has status 410, not 200; is this the issuer, exactly as"
                .formatted(root + OPENID, root + OAUTH)
            + " `iss` says it?");
  }

  @Test
  void fetch_otherStatus_isNoAnswer() {
    statuses.put("/keys", 500);
    assertNoAnswer("`" + root + "/keys` has status 500, not 200");
    statuses.put(OPENID, 503);
    assertNoAnswer("`" + root + OPENID + "` has status 503, not 200");
    statuses.put(OPENID, 302);
    assertNoAnswer(
        "`" + root + OPENID + "` has status 302, not 200; redirections are not followed");
  }

  @Test
  void fetch_noAnswerInTime_isNoAnswer() {
    pages.put("/keys", "never");
    assertThatIOException()
        .isThrownBy(() -> PublishedKeys.fetch(issuer, Duration.ofMillis(500)))
        .withMessage("`" + root + "/keys`: no whole answer within 500 ms");
  }

  @Test
  void fetch_nothingListens_isNoAnswer() {
    server.stop(0);
    assertNoAnswer("`" + root + OPENID + "`: nothing listens there, or it cannot be reached");
  }

  @Test
  void fetch_certificateOfNobodyKnown_isNoAnswer(@TempDir Path folder) throws Exception {
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(withOwnCertificate(folder)));
    https.start();
    String address = "https://127.0.0.1:" + https.getAddress().getPort();
    try {
      assertThatIOException()
          .isThrownBy(() -> PublishedKeys.fetch(address, LONG))
          .withMessage(
              "`%s/.well-known/openid-configuration`: this machine does not trust its certificate"
                  .formatted(address));
    } finally {
      https.stop(0);
    }
  }

  private static SSLContext withOwnCertificate(Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    char[] password = "password".toCharArray();
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storepass",
                "password")
            .start();
    assertThat(made.waitFor()).isZero();
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KeyStore.getInstance(file.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** A test asks no name server, so this is the failure that the JDK has for such a name. */
  @Test
  void why_noHostOfTheName_isSaid() {
    ConnectException failure = new ConnectException();
    failure.initCause(new ConnectException().initCause(new UnresolvedAddressException()));
    assertThat(PublishedKeys.why(new CompletionException(failure), LONG))
        .isEqualTo("there is no host of this name");
  }

  @Test
  void fetch_moreBytesThanASetMayHave_isNoAnswer() throws Exception {
    String set = EdKey.set(KEY);
    pages.put("/keys", set + " ".repeat(KeySet.MOST_BYTES - set.length() + 1));
    assertNoAnswer("`" + root + "/keys`: the answer has more than 262144 bytes");
    pages.put("/keys", set + " ".repeat(KeySet.MOST_BYTES - set.length()));
    assertThat(fetch().keys(TokenProfile.strict()).ids()).containsExactly("k");
  }

  @Test
  void fetch_answerThatBreaksOff_isNoAnswer() {
    pages.put("/keys", "cut");
    assertNoAnswer("`" + root + "/keys`: what answers there gives no whole HTTP response");
  }

  @Test
  void fetch_metadataOfAnotherIssuer_namesBoth() {
    String shown = "`" + root + OPENID + "`: the metadata is that of `";
    pages.put(OPENID, metadata(issuer + "/", root + "/keys"));
    assertRefused(shown + issuer + "/`, not of `" + issuer + "`");
    pages.put(OPENID, metadata("i".repeat(300), root + "/keys"));
    assertRefused(shown + "i".repeat(256) + "…`, not of `" + issuer + "`");
  }

  @Test
  void fetch_metadataThatLeadsToNoKeys_isRefused() {
    pages.put(OPENID, "<html>");
    assertRefused(
        "`%s`: the issuer's metadata cannot be read: what is encoded is not one JSON object"
            .formatted(root + OPENID));
    pages.put(OPENID, "{\"issuer\":\"" + issuer + "\"}");
    assertRefused(
        "`" + root + OPENID + "`: the metadata has no `jwks_uri`, the address of the keys");
    pages.put(OPENID, metadata(issuer, "http://keys.example.com/"));
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(this::fetch)
        .withMessageContaining("`jwks_uri` of the metadata is no https address")
        .withMessageEndingWith(": `http://keys.example.com/`");
  }

  @Test
  void fetch_issuerOrTimeoutThatNoGateTakes_isRefused() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublishedKeys.fetch("http://id.example.com", LONG));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublishedKeys.fetch(issuer, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublishedKeys.fetch(issuer, LONG.plusMillis(1)));
    assertThat(fetch()).hasToString("keys at " + root + "/keys, which " + root + OPENID + " names");
  }

  @Test
  void keys_secretThatIsPublished_isNone() throws Exception {
    pages.put(
        "/keys",
        "{\"keys\":[{\"kty\":\"oct\",\"alg\":\"HS256\",\"kid\":\"h\",\"k\":\"%s\"}]}"
            .formatted(Signed.base64(new byte[32])));
    PublishedKeys published = fetch();
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> published.keys(TokenProfile.strict()))
        .withMessage("key 1: a secret is published at an address, so it is none");
    assertThat(published.profiles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"keys\":[]}", "{\"keys\":{}}", "{}"})
  void keys_noSet_isRefused(String text) throws Exception {
    pages.put("/keys", text.isEmpty() ? " " : text);
    PublishedKeys published = fetch();
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> published.keys(TokenProfile.strict()))
        .satisfies(e -> assertThat(e.ignored()).isEmpty());
    assertThat(published.profiles()).isEmpty();
  }

  private static String rsa(String id, String more) throws IOException {
    String modulus =
        TokenVectorFile.readTree("signatures.json")
            .path("keys")
            .path("keys")
            .path(0)
            .path("n")
            .asText();
    return "{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"AQAB\"%s}"
        .formatted(id, modulus, more);
  }

  @Test
  void keysUnder_aProfileThatAsksForMore_areThoseOfItsRules() throws Exception {
    pages.put("/keys", "{\"keys\":[" + rsa("a", ",\"alg\":\"RS256\"") + "," + rsa("b", "") + "]}");
    for (String name : List.of("cognito", "google", "gitlab-ci", "github-actions")) {
      assertThat(fetch().keysUnder(name).ids()).as(name).containsExactly("a");
    }
    assertThat(fetch().keysUnder("entra-v2").ids()).containsExactly("a", "b");
    assertThatIllegalArgumentException().isThrownBy(() -> fetch().keysUnder("cognit"));
  }

  @Test
  void profiles_areThoseThatUseTheMostKeys() throws Exception {
    pages.put("/keys", EdKey.set(KEY));
    assertThat(fetch().profiles()).contains("strict", "keycloak").doesNotContain("entra-v2");
    pages.put("/keys", "{\"keys\":[" + rsa("a", "") + "]}");
    assertThat(fetch().profiles())
        .containsExactly("spring-authorization-server", "entra-v1", "entra-v2");
    pages.put("/keys", "{\"keys\":[" + rsa("a", ",\"alg\":\"RS256\"") + "]}");
    assertThat(fetch().profiles()).hasSameSizeAs(TokenProfiles.names());
    pages.put("/keys", EdKey.set(KEY).replace("[", "[" + rsa("a", "") + ","));
    assertThat(fetch().profiles()).as("each uses one of two").isEmpty();
  }
}
