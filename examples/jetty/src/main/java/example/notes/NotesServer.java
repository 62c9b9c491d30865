package example.notes;

import dev.warder.gate.Gate;
import dev.warder.gate.owner.LookedUpOwners;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.token.ClaimPath;
import dev.warder.gate.token.RemoteKeys;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfiles;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.servlet.WarderFilter;
import jakarta.servlet.DispatcherType;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** Notes behind the filter, in an embedded Jetty. */
public final class NotesServer {
  private final LookedUpOwners owners;
  private final Gate gate;
  private final Server server;

  private NotesServer(InetSocketAddress address, TokenVerifierBuilder tokens) throws Exception {
    Notes notes = new Notes();
    owners = LookedUpOwners.builder((kind, id) -> notes.account(id)).build();
    gate =
        Gate.builder()
            .catalogue(catalogue(), owners)
            .tokens(tokens)
            .revocations(RevocationSet.create(InstantSource.system(), new SecureRandom()))
            .build();
    WarderFilter filter = WarderFilter.builder(gate).exclude("/health").build();
    ServletContextHandler context = new ServletContextHandler("/");
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.allOf(DispatcherType.class));
    context.addServlet(new NotesServlet(notes), "/");
    server = new Server(address);
    server.setHandler(context);
  }

  /** Starts a server that accepts tokens as a builder says. */
  static NotesServer start(InetSocketAddress address, TokenVerifierBuilder tokens)
      throws Exception {
    NotesServer notes = new NotesServer(address, tokens);
    notes.server.start();
    return notes;
  }

  int port() {
    return server.getURI().getPort();
  }

  private static Catalogue catalogue() throws Exception {
    try (InputStream file = NotesServer.class.getResourceAsStream("/notes.yaml")) {
      return CatalogueReader.read("notes.yaml", file);
    }
  }

  void stop() throws Exception {
    server.stop();
    gate.close();
    owners.close();
  }

  /**
   * Returns how tokens of a realm of Keycloak are verified, whose claim {@code tenant} is the
   * account.
   */
  static TokenVerifierBuilder tokensOf(String issuer) {
    TokenProfile profile =
        TokenProfiles.basedOn("keycloak").account(ClaimPath.claim("tenant")).build();
    return TokenVerifier.builder()
        .issuer(issuer)
        .audience("notes")
        .profile(profile)
        .keys(RemoteKeys.builderOfIssuer(issuer).profile(profile).build())
        .clockSkew(Duration.ofSeconds(10));
  }

  /** Runs the server for the tokens of a realm of Keycloak: {@code PORT ISSUER}. */
  public static void main(String[] args) throws Exception {
    InetSocketAddress address = new InetSocketAddress(Integer.parseInt(args[0]));
    start(address, tokensOf(args[1])).server.join();
  }
}
