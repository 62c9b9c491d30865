package dev.warder.spring;

import dev.warder.testkit.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The notes, running on loopback with settings alone. */
final class Service implements AutoCloseable {
  static final TestIssuer ISSUER = TestIssuer.create();

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  private Service(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts it, with a database in a folder, and more settings. */
  static Service start(Path folder, String... settings) throws IOException {
    return start(folder, List.of(), settings);
  }

  /** Starts it as well with more configurations of beans. */
  static Service start(Path folder, List<Class<?>> more, String... settings) throws IOException {
    Path keys = Files.writeString(folder.resolve("keys.json"), ISSUER.keySetJson());
    List<String> args =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=jdbc:sqlite:" + folder.resolve("notes.db"),
                "--warder.catalogue=classpath:notes.yaml",
                "--warder.issuers[0].issuer=" + TestIssuer.ISSUER,
                "--warder.issuers[0].keys=" + keys,
                "--warder.issuers[0].audience=" + TestIssuer.AUDIENCE,
                "--warder.owners.sql.note=select account from note where id = ?",
                "--warder.owners.timeout=15s",
                "--warder.exclude=/health"));
    args.addAll(List.of(settings));
    return startWith(more, args.toArray(String[]::new));
  }

  /** Starts it with these settings alone. */
  static Service startWith(String... settings) {
    return startWith(List.of(), settings);
  }

  /** Starts it with these settings, and more configurations of beans. */
  static Service startWith(List<Class<?>> more, String... settings) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--spring.datasource.hikari.maximum-pool-size=2"));
    args.addAll(List.of(settings));
    SpringApplication application = new SpringApplication(Notes.class);
    application.addPrimarySources(more);
    return new Service(application.run(args.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  private int port() {
    return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  /** Returns the port of the actuator, where it has one of its own. */
  private int managementPort() {
    return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
  }

  /** Returns the field of a token of an account. */
  static String token(String account, String... capabilities) {
    return "Bearer "
        + ISSUER
            .token(Instant.now().minusSeconds(5))
            .account(account)
            .subject("user-1")
            .capabilities(capabilities)
            .sign();
  }

  HttpResponse<String> get(String path, String... fields) throws Exception {
    return send("GET", path, fields);
  }

  /** Asks on the port of the actuator. */
  HttpResponse<String> manage(String path, String... fields) throws Exception {
    return send(managementPort(), "GET", path, fields);
  }

  HttpResponse<String> send(String method, String path, String... fields) throws Exception {
    return send(port(), method, path, fields);
  }

  private HttpResponse<String> send(int port, String method, String path, String... fields)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, BodyPublishers.noBody());
    if (fields.length > 0) {
      request.headers(fields);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a request line as it stands, and returns the line of the status. */
  String raw(String line) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      String request = line + "\r\nHost: api.example.com\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.lines().findFirst().orElse("");
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
