package dev.warder.issuers;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** The application that {@link SpringAuthorizationServer} runs. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class NotesAuthorizationServer {
  @Bean
  RotatingKeys keys() {
    return new RotatingKeys();
  }

  /**
   * Adds audience and account. ID tokens get them too, as from a careless administrator, so that
   * the profile alone keeps them out.
   */
  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(RotatingKeys keys, Environment environment) {
    Map<String, String> accounts = bind(environment, "notes.accounts");
    Map<String, String> audiences = bind(environment, "notes.audiences");
    return context -> {
      String client = context.getRegisteredClient().getClientId();
      context.getJwsHeader().keyId(keys.newest());
      context
          .getClaims()
          .audience(List.of(audiences.get(client)))
          .claim("account", accounts.get(client));
    };
  }

  private static Map<String, String> bind(Environment environment, String name) {
    return Binder.get(environment).bind(name, Bindable.mapOf(String.class, String.class)).get();
  }
}
