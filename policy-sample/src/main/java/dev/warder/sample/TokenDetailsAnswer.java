package dev.warder.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenAuthority;
import dev.warder.authority.TokenDetails;
import dev.warder.authority.TokenInfo;
import dev.warder.gate.token.AccessToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to {@code GET /v1/me}: what is kept of the token in use. */
final class TokenDetailsAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TokenAuthority authority;

  TokenDetailsAnswer(TokenAuthority authority) {
    this.authority = authority;
  }

  void send(HttpExchange exchange, AccessToken token) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    try {
      GateHandler.send(exchange, 200, (text(authority.describe(token)) + "\n").getBytes(UTF_8));
    } catch (Refused | StoreFailure e) {
      GateHandler.send(exchange, 503, "{\"detail\":\"not now\"}\n".getBytes(UTF_8));
    }
  }

  private static String text(TokenDetails details) throws JsonProcessingException {
    TokenInfo info = details.token();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode token = answer.putObject("token");
    token.put("id", info.id()).put("name", info.name());
    info.capabilities().forEach(token.putArray("capabilities")::add);
    token.put("expires_at", text(info.expiresAt())).put("last_used_at", text(info.lastUsedAt()));
    answer.putObject("user").put("id", details.user());
    answer.putObject("account").put("id", info.account()).put("name", details.accountName());
    return JSON.writeValueAsString(answer);
  }

  private static @Nullable String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }
}
