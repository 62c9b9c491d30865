package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.net.URL;

/** The profiles that have a name, each a file of YAML as a user would write it. */
final class NamedProfiles {
  static final ImmutableSet<String> NAMES =
      ImmutableSet.of(
          "strict",
          "rfc9068",
          "keycloak",
          "spring-authorization-server",
          "auth0",
          "auth0-rfc9068",
          "okta",
          "entra-v1",
          "entra-v2",
          "cognito",
          "duende",
          "oidc-provider",
          "google",
          "gitlab-ci",
          "github-actions");

  private NamedProfiles() {}

  /** Returns the file of a profile. */
  static String text(String name) {
    URL file = Resources.getResource(NamedProfiles.class, "profiles/" + name + ".yaml");
    try {
      return Resources.toString(file, UTF_8);
    } catch (IOException e) {
      throw new AssertionError("a resource is read from the jar", e);
    }
  }
}
