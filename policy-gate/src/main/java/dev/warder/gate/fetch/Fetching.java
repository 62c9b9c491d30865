package dev.warder.gate.fetch;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests that are answered within a time, with so many bytes, by the address itself, or not
 * at all: no redirection is followed. Safe for use by many threads.
 */
public final class Fetching {
  private static final int MOST_PORT = 65_535;

  private final HttpClient client;
  private final Duration timeout;
  private final int mostBytes;

  private Fetching(HttpClient client, Duration timeout, int mostBytes) {
    this.client = client;
    this.timeout = timeout;
    this.mostBytes = mostBytes;
  }

  /**
   * Returns one with connections of its own.
   *
   * @param timeout within what time an answer must be there, whole
   * @param mostBytes how long its body may be
   */
  public static Fetching within(Duration timeout, int mostBytes) {
    checkArgument(mostBytes > 0, "an answer has at least a byte: %s", mostBytes);
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    return new Fetching(client, timeout, mostBytes);
  }

  /**
   * Returns whether what is fetched at an address comes from whom it names: by {@code https}, or
   * from this machine.
   */
  public static boolean isSafe(URI address) {
    String host = address.getHost();
    if (host == null || address.getRawUserInfo() != null || address.getPort() > MOST_PORT) {
      return false;
    }
    boolean isThisMachine =
        host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && isThisMachine);
  }

  /**
   * Returns the answer. It fails when it is not there, whole, within the time, and with {@link
   * TooManyBytes} when its body is too long.
   *
   * @param fields the names and values of the request's fields, in turns
   */
  public CompletableFuture<HttpResponse<byte[]>> get(URI address, String... fields) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout);
    if (fields.length > 0) {
      request.headers(fields);
    }
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request.build(), response -> new Bounded(mostBytes));
    return sent.copy()
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, failure) -> sent.cancel(true));
  }

  /** A body is longer than it may be. */
  public static final class TooManyBytes extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Gives up on a body that is longer than it may be. */
  private static final class Bounded implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final int mostBytes;
    private Subscription subscription = NONE;
    private int bytes;

    Bounded(int mostBytes) {
      this.mostBytes = mostBytes;
    }

    private static final Subscription NONE =
        new Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        };

    @Override
    public CompletionStage<byte[]> getBody() {
      whole
          .getBody()
          .whenComplete(
              (all, failure) -> {
                if (failure == null) {
                  body.complete(all);
                } else {
                  body.completeExceptionally(failure);
                }
              });
      return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      this.subscription = subscription;
      whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
      items.forEach(item -> bytes += item.remaining());
      if (bytes > mostBytes) {
        subscription.cancel();
        body.completeExceptionally(new TooManyBytes());
      } else {
        whole.onNext(items);
      }
    }

    @Override
    public void onError(Throwable failure) {
      whole.onError(failure);
    }

    @Override
    public void onComplete() {
      whole.onComplete();
    }
  }
}
