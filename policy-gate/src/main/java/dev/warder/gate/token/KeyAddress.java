package dev.warder.gate.token;

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

/** An address that answers within a time, with so many bytes, and by itself, or not at all. */
final class KeyAddress implements KeyLocation {
  private static final int MOST_PORT = 65_535;

  private final HttpClient client;
  private final HttpRequest request;
  private final Duration timeout;

  KeyAddress(URI address, Duration timeout) {
    this(client(timeout), address, timeout);
  }

  /** Makes an address that shares a client. */
  KeyAddress(HttpClient client, URI address, Duration timeout) {
    this.client = client;
    this.request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Cache-Control", "no-cache")
            .build();
    this.timeout = timeout;
  }

  static HttpClient client(Duration timeout) {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .build();
  }

  /** Returns whether what is fetched there comes from whom the address names. */
  static boolean isSafe(URI address) {
    String host = address.getHost();
    if (host == null || address.getRawUserInfo() != null || address.getPort() > MOST_PORT) {
      return false;
    }
    boolean isThisMachine =
        host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && isThisMachine);
  }

  /** Returns the answer, which fails when it is not there, whole, within the timeout. */
  @Override
  public CompletableFuture<HttpResponse<byte[]>> fetch() {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, response -> new Bounded());
    return sent.copy()
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, failure) -> sent.cancel(true));
  }

  /** A body is longer than a key set may be. */
  static final class TooManyBytes extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Gives up on a body that is longer than a key set may be. */
  private static final class Bounded implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Subscription subscription = NONE;
    private int bytes;

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
      if (bytes > KeySet.MOST_BYTES) {
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
