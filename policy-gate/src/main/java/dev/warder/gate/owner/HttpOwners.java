package dev.warder.gate.owner;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.common.net.PercentEscaper;
import dev.warder.gate.fetch.Fetching;
import dev.warder.model.text.Quoted;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Looks owners up at another server, by one {@code GET} for each. Its address has the kind and the
 * id as segments of its path: {@code https://owners.example.com/{kind}/{id}}.
 *
 * <p>The server answers 200 with a JSON object whose member {@code account} is the account, or null
 * where nobody owns the resource; other members are ignored. 404 means that nobody owns it, too. No
 * redirection is followed, and an answer is there within five seconds, in at most 4,096 bytes;
 * everything else is a failure. Safe for use by several threads.
 */
public final class HttpOwners implements OwnerLookup {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 4_096;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final String NO_ACCOUNT =
      "the server of owners answered no JSON object with an `account`";
  private static final String KIND = "{kind}";
  private static final String ID = "{id}";

  /** Leaves only what is the same in every reading of a path (RFC 3986, section 2.3). */
  private static final PercentEscaper SEGMENT = new PercentEscaper("-._~", false);

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final Fetching fetching = Fetching.within(TIMEOUT, MOST_BYTES);
  private final String template;
  private final String[] fields;

  private HttpOwners(String template, String[] fields) {
    this.template = template;
    this.fields = fields;
  }

  /**
   * Returns look-ups at an address. Nothing is asked before the first.
   *
   * @param template an {@code https} address, or an {@code http} one of this machine, with {@code
   *     {id}} as a segment of its path and, where there are several kinds, {@code {kind}}
   * @param fields the names and values of fields that each request has, in turns, such as {@code
   *     Authorization}
   * @throws IllegalArgumentException for another address, or fields that HTTP does not allow
   */
  public static HttpOwners at(String template, String... fields) {
    HttpOwners owners = new HttpOwners(template, fields.clone());
    checkArgument(
        template.indexOf('?') < 0 && isSegment(template, ID) && template.indexOf('#') < 0,
        "the address of owners has {id} as a segment of its path, and no query: %s",
        Quoted.of(template));
    checkArgument(
        !template.contains(KIND) || isSegment(template, KIND),
        "{kind} is a segment of the address's path: %s",
        Quoted.of(template));
    checkArgument(
        Fetching.isSafe(owners.address("kind", "id")),
        "owners come from an https address, or from an http one of this machine, without a user");
    return owners;
  }

  private static boolean isSegment(String template, String name) {
    int path = template.indexOf('/', template.indexOf("//") + 2);
    int at = path < 0 ? path : template.indexOf("/" + name, path);
    int end = at + 1 + name.length();
    return at >= 0
        && template.indexOf(name) == template.lastIndexOf(name)
        && (end == template.length() || template.charAt(end) == '/');
  }

  private URI address(String kind, String id) {
    try {
      return new URI(template.replace(KIND, SEGMENT.escape(kind)).replace(ID, SEGMENT.escape(id)));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("this is no address: " + Quoted.of(template), e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException where the server does not answer in time, or not as it should
   */
  @Override
  public @Nullable String account(String kind, String id) throws IOException, InterruptedException {
    if (id.chars().allMatch(c -> c == '.')) {
      return null; // No address leads to it: its last segment would be the folder above.
    }
    HttpResponse<byte[]> answer = answer(address(kind, id));
    return switch (answer.statusCode()) {
      case OK -> account(answer.body());
      case NOT_FOUND -> null;
      default -> throw new IOException("the server of owners has status " + answer.statusCode());
    };
  }

  private HttpResponse<byte[]> answer(URI address) throws IOException, InterruptedException {
    try {
      return fetching.get(address, fields).get();
    } catch (ExecutionException e) {
      throw new IOException("the server of owners gave no whole answer in time", e);
    }
  }

  private static @Nullable String account(byte[] body) throws IOException {
    try (JsonParser json = JSON.createParser(new String(body, UTF_8))) {
      expect(json.nextToken() == JsonToken.START_OBJECT);
      boolean isSaid = false;
      String account = null;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        boolean isAccount = "account".equals(json.currentName());
        JsonToken value = json.nextToken();
        if (isAccount) {
          isSaid = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL;
          account = value == JsonToken.VALUE_STRING ? json.getText() : null;
        }
        json.skipChildren();
      }
      expect(isSaid && json.nextToken() == null);
      return account;
    } catch (JsonProcessingException e) {
      throw new IOException(NO_ACCOUNT, e);
    }
  }

  private static void expect(boolean isRight) throws IOException {
    if (!isRight) {
      throw new IOException(NO_ACCOUNT);
    }
  }
}
