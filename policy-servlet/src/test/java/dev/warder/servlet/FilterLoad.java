package dev.warder.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.revocation.RevocationSet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the filter costs in Tomcat: requests a second and the 95th percentile of latency, with it
 * and without, in rounds of one run that take turns: by a catalogue with limits, and by one
 * without. Another server has a filter that reads and sets the same fields, and decides nothing:
 * what any filter costs that does this work. It is run by {@code mvn test -Pload -pl policy-servlet
 * -am}, and prints geometric means of the ratios, with intervals of 95 %. Clients and server share
 * the machine, and each client sends its next request once it has the last answer.
 */
class FilterLoad {
  private static final int CLIENTS = 4;
  private static final int WARM_UP_ROUNDS = 30;
  private static final int ROUNDS = 150;
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final double T_OF_149 = 1.976;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

  /** Each client sends the same token all the time. */
  private final List<String> tokens =
      Stream.generate(() -> Notes.tokenOf("A", "read:note")).limit(CLIENTS).toList();

  /** What a round measured. */
  private record Round(double requestsASecond, double percentile95) {}

  /** A note of the API under load. */
  public record NoteBody(String id, String account, String text) {}

  /** The API under load. */
  private enum Api {
    /** The least that an API can do: a servlet that sends bytes which are ready. */
    CONSTANT {
      @Override
      void registerIn(ServletContext context) {
        context.addServlet("note", new Constant()).addMapping("/v1/notes/*");
      }
    },

    /** A handler of Spring MVC, which writes a list as JSON for each request. */
    SPRING_MVC {
      @Override
      void registerIn(ServletContext context) {
        addSpring(context, ListedNotes.class, ListedNotes::new);
      }
    },

    /** The same, of a list that it reads from a database: 20 rows of 2,000 in SQLite. */
    DATABASE {
      @Override
      void registerIn(ServletContext context) {
        addSpring(context, StoredNotes.class, StoredNotes::new);
      }
    };

    abstract void registerIn(ServletContext context);
  }

  private static <T> void addSpring(ServletContext context, Class<T> type, Supplier<T> handler) {
    GenericWebApplicationContext beans = new GenericWebApplicationContext(context);
    beans.registerBean(RequestMappingHandlerMapping.class);
    beans.registerBean(RequestMappingHandlerAdapter.class);
    beans.registerBean(type, handler);
    beans.refresh();
    context.addServlet("spring", new DispatcherServlet(beans)).addMapping("/");
  }

  private static final class Constant extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      write("{\"id\":\"n1\",\"text\":\"Buy milk\"}".getBytes(US_ASCII), response);
    }
  }

  /** Called by Spring. */
  @Controller
  static final class ListedNotes {
    private static final List<NoteBody> NOTES =
        IntStream.range(0, 20)
            .mapToObj(
                i -> new NoteBody("note-" + i, "28AB9a", "Buy milk, bread and a pound of tea"))
            .toList();

    @GetMapping("/v1/notes/{id}")
    void list(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
      assertThat(id).isEqualTo("n1");
      write(MAPPER.writeValueAsBytes(NOTES), response);
    }
  }

  /** Called by Spring. Each thread has a connection to a database of its own in memory. */
  @Controller
  static final class StoredNotes {
    private final ThreadLocal<PreparedStatement> statements = ThreadLocal.withInitial(this::open);

    private PreparedStatement open() {
      try {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
          statement.execute("create table note (id text primary key, account text, text text)");
          statement.execute("create index note_account on note (account)");
          statement.execute(
              "with recursive n (i) as (select 0 union all select i + 1 from n where i < 1999)"
                  + " insert into note select 'note-' || i, 'A' || (i / 20),"
                  + " 'Buy milk, bread and a pound of tea' from n");
        }
        return connection.prepareStatement("select id, account, text from note where account = ?");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @GetMapping("/v1/notes/{id}")
    void list(@PathVariable("id") String id, HttpServletResponse response)
        throws IOException, SQLException {
      assertThat(id).isEqualTo("n1");
      PreparedStatement statement = statements.get();
      statement.setString(1, "A7");
      List<NoteBody> notes = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          notes.add(new NoteBody(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
      assertThat(notes).hasSize(20);
      write(MAPPER.writeValueAsBytes(notes), response);
    }
  }

  private static void write(byte[] body, HttpServletResponse response) throws IOException {
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** A gate by a catalogue with limits, whose answers have their fields, and by one without. */
  private record Gates(Gate limited, Gate unlimited) {}

  /** What stands before the API. */
  private enum Before {
    NOTHING {
      @Override
      void registerIn(ServletContext context, Gates gates) {}
    },
    FIELDS {
      @Override
      void registerIn(ServletContext context, Gates gates) {
        context
            .addFilter("fields", new FieldsAlone())
            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
      }
    },
    UNLIMITED {
      @Override
      void registerIn(ServletContext context, Gates gates) {
        WarderFilter.of(gates.unlimited).registerIn(context);
      }
    },
    WARDER {
      @Override
      void registerIn(ServletContext context, Gates gates) {
        WarderFilter.of(gates.limited).registerIn(context);
      }
    };

    abstract void registerIn(ServletContext context, Gates gates);
  }

  /** Reads what a gate has to read, and sets what it has to set. */
  private static final class FieldsAlone implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      HttpServletRequest asked = (HttpServletRequest) request;
      HttpServletResponse answer = (HttpServletResponse) response;
      requireNonNull(asked.getHeader("Authorization"));
      requireNonNull(asked.getRequestURI());
      requireNonNull(asked.getRemoteAddr());
      answer.setHeader(
          "RateLimit-Policy", "\"token\";q=100000000;w=3600, \"account\";q=100000000;w=3600");
      answer.setHeader("RateLimit", "\"token\";r=90000000;t=3600, \"account\";r=90000000;t=3600");
      chain.doFilter(request, response);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ratios(Api api) throws Exception {
    Map<Before, Container.Running> servers = new EnumMap<>(Before.class);
    Map<Before, List<Round>> rounds = new EnumMap<>(Before.class);
    try (Gate limited = gate("load.yaml");
        Gate unlimited = gate("unlimited.yaml")) {
      Gates gates = new Gates(limited, unlimited);
      for (Before before : Before.values()) {
        servers.put(before, server(before, gates, api));
        rounds.put(before, new ArrayList<>());
      }
      List<Before> turns = new ArrayList<>(servers.keySet());
      for (int i = 0; i < WARM_UP_ROUNDS + ROUNDS; i++) {
        Collections.rotate(turns, 1);
        for (Before before : turns) {
          Round round = round(servers.get(before));
          if (i >= WARM_UP_ROUNDS) {
            assertThat(round.requestsASecond).isGreaterThan(400);
            rounds.get(before).add(round);
          }
        }
      }
      System.out.println(api);
      print(Before.WARDER, Before.NOTHING, rounds);
      print(Before.UNLIMITED, Before.NOTHING, rounds);
      print(Before.FIELDS, Before.NOTHING, rounds);
      print(Before.WARDER, Before.FIELDS, rounds);
    } finally {
      servers.values().forEach(Container.Running::close);
      clients.shutdownNow();
    }
  }

  private static Gate gate(String catalogue) {
    return Gate.builder()
        .catalogue(Notes.catalogue(catalogue), ResourceOwners.of(Map.of("note", Map.of("n1", "A"))))
        .tokens(Notes.ISSUER.verifierBuilder().withoutClockSkew().keepSeenTokens(1_000))
        .revocations(RevocationSet.create(Notes.CLOCK, new SecureRandom()))
        .clock(Notes.CLOCK)
        .build();
  }

  private static Container.Running server(Before before, Gates gates, Api api) throws Exception {
    return Container.TOMCAT.start(
        "",
        context -> {
          before.registerIn(context, gates);
          api.registerIn(context);
        });
  }

  private Round round(Container.Running server) throws Exception {
    long end = System.nanoTime() + ROUND_NANOS;
    List<Future<long[]>> parts = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      String token = tokens.get(i);
      parts.add(clients.submit(() -> latencies(server.port(), token, end)));
    }
    LongStream all = LongStream.empty();
    for (Future<long[]> part : parts) {
      all = LongStream.concat(all, Arrays.stream(part.get()));
    }
    long[] sorted = all.sorted().toArray();
    return new Round(
        sorted.length / (ROUND_NANOS / 1e9), sorted[(int) (sorted.length * 0.95)] / 1e3);
  }

  private static long[] latencies(int port, String token, long end) throws IOException {
    long[] latencies = new long[1 << 16];
    int count = 0;
    try (KeptConnection connection = new KeptConnection(port)) {
      byte[] request =
          ("GET /v1/notes/n1 HTTP/1.1\r\nHost: api.example.com\r\n" + token + "\r\n\r\n")
              .getBytes(US_ASCII);
      long before = System.nanoTime();
      while (before < end) {
        connection.ask(request);
        long after = System.nanoTime();
        latencies[count++] = after - before;
        before = after;
      }
    }
    return Arrays.copyOf(latencies, count);
  }

  private static void print(Before one, Before other, Map<Before, List<Round>> rounds) {
    print(one, other, "requests a second", rounds, Round::requestsASecond);
    print(one, other, "95th percentile, us", rounds, Round::percentile95);
  }

  private static void print(
      Before one,
      Before other,
      String what,
      Map<Before, List<Round>> rounds,
      ToDoubleFunction<Round> measured) {
    double[] with = rounds.get(one).stream().mapToDouble(measured).toArray();
    double[] without = rounds.get(other).stream().mapToDouble(measured).toArray();
    double[] logarithms = new double[with.length];
    Arrays.setAll(logarithms, i -> Math.log(with[i] / without[i]));
    double mean = DoubleStream.of(logarithms).average().orElseThrow();
    double squares = DoubleStream.of(logarithms).map(r -> (r - mean) * (r - mean)).sum();
    double half = T_OF_149 * Math.sqrt(squares / (logarithms.length - 1) / logarithms.length);
    System.out.printf(
        Locale.ROOT,
        "%s: %s %.1f, %s %.1f, ratio %.3f (%.3f to %.3f)%n",
        what,
        one,
        DoubleStream.of(with).average().orElseThrow(),
        other,
        DoubleStream.of(without).average().orElseThrow(),
        Math.exp(mean),
        Math.exp(mean - half),
        Math.exp(mean + half));
  }
}
