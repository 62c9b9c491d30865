package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warder.cli.Run;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfiles;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the pages of single issuers show is what happens, with tokens that have the members of the
 * issuer's vectors.
 */
class IssuerPagesTest {
  static final List<String> PAGES =
      Arrays.stream(Issuer.values()).map(issuer -> issuer.page).toList();

  private static final String TUTORIAL = "docs/tutorial/first-catalogue.md";

  private static final String PROGRAM =
      """
      import dev.warder.engine.*;
      import dev.warder.gate.revocation.*;
      import dev.warder.gate.token.*;
      import dev.warder.model.*;
      import java.nio.file.*;
      import java.security.*;
      import java.time.*;
      import static dev.warder.gate.token.ClaimPath.claim;

      public class Example {
        public static void main(String[] arguments) throws Exception {
          PolicyEngine engine =
              PolicyEngine.compile(
                  CatalogueReader.read(Path.of("notes.yaml")), ResourceOwners.checkedByCaller());
          InstantSource clock = InstantSource.system();
          Revocations revocations = RevocationSet.create(clock, new SecureRandom());
          String issuer = "%s";
          String api = "API";
          for (String token : Files.readAllLines(Path.of("tokens.txt"))) {
            try {
              decide(engine, clock, revocations, issuer, api, "Bearer " + token);
            } catch (TokenRejected e) {
              System.out.println(e.fault().code());
            }
          }
        }

        private static void decide(
            PolicyEngine engine,
            InstantSource clock,
            Revocations revocations,
            String issuer,
            String api,
            String authorization)
            throws Exception {
          %s
        }
      }
      """;

  /** A page, the vectors of its issuer, and what it sets up: issuer, audience and account. */
  private enum Issuer {
    KEYCLOAK(
        "keycloak", "keycloak", "https://id.example.com/realms/notes", "notes-api", "account", "A"),
    SPRING(
        "spring-authorization-server",
        "spring-authorization-server",
        "https://auth.example.com",
        "notes-api",
        "account",
        "A"),
    OKTA(
        "okta",
        "okta",
        "https://notes.okta.com/oauth2/aus1",
        "https://notes.example.com/api",
        "account",
        "A"),
    ENTRA(
        "entra",
        "entra-v2",
        "https://login.microsoftonline.com/TENANT/v2.0",
        "API",
        "tid",
        "TENANT"),
    AUTH0(
        "auth0",
        "auth0-rfc9068",
        "https://notes.eu.auth0.com/",
        "https://notes.example.com/api",
        "https://notes.example.com/account",
        "A");

    private final String page;
    private final String vectors;
    private final String address;
    private final String audience;
    private final String accountClaim;
    private final String account;

    Issuer(
        String name,
        String vectors,
        String address,
        String audience,
        String accountClaim,
        String account) {
      this.page = "docs/how-to/verify-tokens-of-" + name + ".md";
      this.vectors = vectors;
      this.address = address;
      this.audience = audience;
      this.accountClaim = accountClaim;
      this.account = account;
    }

    ObjectNode claims(LoopbackIssuer issuer, Instant now, String address) {
      ObjectNode claims = issuer.claims(now);
      claims.put("iss", address).put("aud", audience).put(accountClaim, account);
      return switch (this) {
        case KEYCLOAK -> claims.put("scope", "read:note");
        case ENTRA -> claims.put("idtyp", "app");
        default -> claims;
      };
    }
  }

  @TempDir private Path folder;

  private void writeFiles() throws Exception {
    Files.writeString(folder.resolve("notes.yaml"), DocPage.of(TUTORIAL).blocks("yaml").get(0));
    Files.writeString(
        folder.resolve("entra.yaml"), DocPage.of(Issuer.ENTRA.page).blocks("yaml").get(0));
  }

  @ParameterizedTest
  @EnumSource
  void blocks_allOfThem_areTestedHere(Issuer of) throws Exception {
    List<String> languages =
        DocPage.of(of.page).languages().stream().filter(language -> !language.isEmpty()).toList();
    List<String> expected =
        of == Issuer.OKTA || of == Issuer.AUTH0 || of == Issuer.ENTRA
            ? List.of("java", "console", "yaml")
            : List.of("java", "console");
    assertThat(languages).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Returns what the program of a page prints for tokens with these claims. */
  private List<String> printed(Issuer of, LoopbackIssuer issuer, ObjectNode... claims)
      throws Exception {
    writeFiles();
    List<String> tokens = new ArrayList<>();
    for (ObjectNode one : claims) {
      tokens.add(issuer.token(one));
    }
    Files.write(folder.resolve("tokens.txt"), tokens);
    String statements = DocPage.of(of.page).blocks("java").get(0);
    return JavaProgram.run(folder, PROGRAM.formatted(issuer.address(), statements))
        .lines()
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void program_decidesForTheTokensOfThePage_andForNoOthers(Issuer of) throws Exception {
    try (LoopbackIssuer issuer = LoopbackIssuer.start(of.vectors)) {
      ObjectNode good = of.claims(issuer, Instant.now().minusSeconds(60), issuer.address());
      ObjectNode otherAudience = good.deepCopy().put("aud", "another");
      ObjectNode withoutAccount = good.deepCopy();
      withoutAccount.remove(of.accountClaim);
      ObjectNode bound = good.deepCopy();
      bound.putObject("cnf").put("jkt", "k");
      assertThat(printed(of, issuer, good, otherAudience, withoutAccount, bound))
          .containsExactly("allowed get-note", "other-audience", "account", "sender-bound");
    }
  }

  @Test
  void program_ofEntra_refusesTokensOfPeople() throws Exception {
    try (LoopbackIssuer issuer = LoopbackIssuer.start(Issuer.ENTRA.vectors)) {
      Instant now = Instant.now().minusSeconds(60);
      ObjectNode service = Issuer.ENTRA.claims(issuer, now, issuer.address());
      ObjectNode person = service.deepCopy().put("scp", "access_as_user");
      person.remove("idtyp");
      assertThat(printed(Issuer.ENTRA, issuer, service, person))
          .containsExactly("allowed get-note", "required-claim");
    }
  }

  @Test
  void commands_ofEntra_refuseTokensOfPeople() throws Exception {
    writeFiles();
    try (LoopbackIssuer issuer = LoopbackIssuer.start(Issuer.ENTRA.vectors)) {
      ObjectNode person = Issuer.ENTRA.claims(issuer, Run.NOW, Issuer.ENTRA.address);
      person.remove("idtyp");
      String profile = folder.resolve("entra.yaml").toString();
      assertThat(Run.warder("token", "inspect", issuer.token(person), "--profile", profile).out())
          .contains("faults:\n  required-claim: ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void commands_printWhatIsShown(Issuer of) throws Exception {
    writeFiles();
    try (LoopbackIssuer issuer = LoopbackIssuer.start(of.vectors)) {
      ObjectNode claims = of.claims(issuer, Run.NOW, of.address);
      Files.writeString(folder.resolve("token.txt"), issuer.token(claims));
      Files.writeString(folder.resolve("keys.json"), issuer.keys());
      Shell shell = Shell.atSetTimes(folder, Shell.INSTALLED);
      for (Block block : DocPage.of(of.page).blocks()) {
        if (block.language().equals("console")) {
          shell.check(block);
        }
      }
    }
  }

  /** Returns the token's id and capabilities by the profile that a page shows, or the fault. */
  private static String judged(Issuer of, LoopbackIssuer issuer, ObjectNode claims)
      throws Exception {
    TokenProfile profile = TokenProfiles.parse(of.page, DocPage.of(of.page).blocks("yaml").get(0));
    TokenVerifier verifier =
        TokenVerifier.builder()
            .issuer(of.address)
            .audience(of.audience)
            .profile(profile)
            .keys(KeySet.parse(issuer.keys(), profile))
            .withoutClockSkew()
            .acceptTokensThatWereRevoked()
            .build();
    try {
      var token = verifier.verify("Bearer " + issuer.token(claims), Run.NOW.toEpochMilli());
      return token.tokenId() + " " + token.capabilities();
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  @Test
  void profileForPeople_ofOkta_readsTheLastingId() throws Exception {
    try (LoopbackIssuer issuer = LoopbackIssuer.start("okta")) {
      ObjectNode service = Issuer.OKTA.claims(issuer, Run.NOW, Issuer.OKTA.address);
      ObjectNode person = service.deepCopy().put("uid", "00u1").put("sub", "ada@example.com");
      assertThat(judged(Issuer.OKTA, issuer, person)).isEqualTo("00u1 [read:note]");
      assertThat(judged(Issuer.OKTA, issuer, service)).isEqualTo("subject");
    }
  }

  @Test
  void profileWithScope_ofAuth0_readsNoPermissions() throws Exception {
    try (LoopbackIssuer issuer = LoopbackIssuer.start("auth0-rfc9068")) {
      ObjectNode claims = Issuer.AUTH0.claims(issuer, Run.NOW, Issuer.AUTH0.address);
      claims.remove("permissions");
      claims.put("scope", "read:note");
      assertThat(judged(Issuer.AUTH0, issuer, claims)).isEqualTo("auth0|61f0 [read:note]");
      claims.remove("scope");
      assertThat(judged(Issuer.AUTH0, issuer, claims)).isEqualTo("capabilities");
    }
  }
}
