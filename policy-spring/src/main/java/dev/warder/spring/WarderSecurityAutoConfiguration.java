package dev.warder.spring;

import dev.warder.servlet.WarderFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Spring Security beside the gate: what the gate lets through has a {@link WarderAuthentication}.
 * Where the application has no {@link SecurityFilterChain}, there is one that adds no login, no
 * session and no token against forged requests, since the gate has decided, by a token that no
 * browser sends by itself.
 */
@AutoConfiguration(
    after = WarderAutoConfiguration.class,
    beforeName =
        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@ConditionalOnClass({SecurityFilterChain.class, HttpSecurity.class})
@ConditionalOnBean(WarderFilter.class)
public class WarderSecurityAutoConfiguration {

  /** Registers, right after the gate's filter, the one that hands its tokens on. */
  @Bean
  FilterRegistrationBean<?> warderAuthenticationRegistration() {
    FilterRegistrationBean<AuthenticationFilter> registration =
        new FilterRegistrationBean<>(new AuthenticationFilter());
    registration.setName("warderAuthentication");
    registration.setOrder(WarderAutoConfiguration.FILTER_ORDER + 1);
    return registration;
  }

  /** Returns a chain that leaves the decision with the gate. */
  @Bean
  @ConditionalOnMissingBean
  SecurityFilterChain warderSecurityFilterChain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }
}
