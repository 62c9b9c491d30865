package dev.warder.cli.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * An issuer on this machine. Its tokens and its key set have the members that the vectors of a real
 * issuer have, and a key of its own signs them.
 */
final class LoopbackIssuer implements AutoCloseable {
  private static final Path VECTORS = Path.of("..", "spec", "token-vectors", "issuers");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final JsonNode vectors;
  private final KeyPair key;
  private final HttpServer server;

  private LoopbackIssuer(JsonNode vectors, KeyPair key, HttpServer server) {
    this.vectors = vectors;
    this.key = key;
    this.server = server;
  }

  /** Starts an issuer, by the name of its vectors. */
  static LoopbackIssuer start(String name) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    LoopbackIssuer issuer =
        new LoopbackIssuer(
            new ObjectMapper().readTree(VECTORS.resolve(name + ".json").toFile()),
            generator.generateKeyPair(),
            server);
    server.createContext("/", issuer::answer);
    server.start();
    return issuer;
  }

  /** Answers with the metadata at the place of OpenID Connect, and with the keys elsewhere. */
  private void answer(HttpExchange exchange) throws IOException {
    boolean isMetadata = exchange.getRequestURI().getPath().endsWith("/openid-configuration");
    String metadata =
        "{\"issuer\": \"%s\", \"jwks_uri\": \"%s\"}".formatted(address(), address() + "keys");
    byte[] body = (isMetadata ? metadata : keys()).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Returns the issuer's key set, in which its own key takes the place of the one that signs. */
  String keys() {
    ObjectNode set = vectors.path("keys").deepCopy();
    RSAPublicKey mine = (RSAPublicKey) key.getPublic();
    for (JsonNode one : set.path("keys")) {
      if (one.path("kid").equals(header().path("kid"))) {
        ((ObjectNode) one)
            .put("n", base64(mine.getModulus()))
            .put("e", base64(mine.getPublicExponent()));
      }
    }
    return set.toString();
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private ObjectNode header() {
    return part(0);
  }

  /** Returns the claims of the issuer's first vector, at a time of one's own. */
  ObjectNode claims(Instant now) {
    ObjectNode claims = part(1);
    claims.put("iat", now.getEpochSecond()).put("exp", now.getEpochSecond() + 300);
    if (claims.has("nbf")) {
      claims.put("nbf", now.getEpochSecond());
    }
    return claims;
  }

  private ObjectNode part(int index) {
    String token = vectors.path("vectors").path(0).path("token").textValue();
    try {
      byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Signs claims with the header of the issuer's first vector. */
  String token(JsonNode claims) throws GeneralSecurityException {
    String signed = encoded(header()) + "." + encoded(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(signed.getBytes(US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String encoded(JsonNode json) {
    return BASE64.encodeToString(json.toString().getBytes(UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
