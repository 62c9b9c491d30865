package dev.warder.spring;

import dev.warder.servlet.WarderFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Spring Security beside the gate. What the gate lets through has a {@link WarderAuthentication}.
 * Where {@code warder.verifiedBySpring} is set it has that of Spring, which verified the token, and
 * there is a {@link WarderAuthorizationManager}.
 *
 * <p>Where the application has no {@link SecurityFilterChain}, there is one that adds no login, no
 * session and no token against forged requests, since the gate decides, by a token that no browser
 * sends by itself.
 */
@AutoConfiguration(
    after = WarderAutoConfiguration.class,
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet"
          + ".OAuth2ResourceServerAutoConfiguration"
    })
@ConditionalOnClass({SecurityFilterChain.class, HttpSecurity.class})
@ConditionalOnBean(WarderFilter.class)
public class WarderSecurityAutoConfiguration {

  /** Where the gate verifies tokens. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(
      name = "warder.verified-by-spring",
      havingValue = false,
      matchIfMissing = true)
  static class VerifiedByGate {

    /** Registers, right after the gate's filter, the one that hands its tokens on. */
    @Bean
    FilterRegistrationBean<?> warderAuthenticationRegistration(
        WarderProperties settings, Environment environment) {
      FilterRegistrationBean<AuthenticationFilter> registration =
          new FilterRegistrationBean<>(new AuthenticationFilter());
      registration.setName("warderAuthentication");
      registration.setOrder(FilterConfiguration.order(settings, environment) + 1);
      registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
      return registration;
    }

    /** Returns a chain that leaves the decision with the gate. */
    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain warderSecurityFilterChain(HttpSecurity http) throws Exception {
      return withoutSession(http).build();
    }
  }

  /** Where Spring Security verifies tokens. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty("warder.verified-by-spring")
  static class VerifiedBySpring {

    /** Returns the gate as a rule for chains of the application. */
    @Bean
    @ConditionalOnMissingBean
    WarderAuthorizationManager warderAuthorizationManager(WarderFilter filter) {
      return new WarderAuthorizationManager(filter);
    }

    /** Returns a chain that verifies JWTs and leaves the decision with the gate behind it. */
    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain warderSecurityFilterChain(HttpSecurity http) throws Exception {
      return withoutSession(http)
          .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
          .build();
    }
  }

  private static HttpSecurity withoutSession(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
