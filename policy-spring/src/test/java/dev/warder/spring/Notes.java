package dev.warder.spring;

import dev.warder.gate.token.AccessToken;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service of Spring Boot without a line about Warder in its code, but what it reads of a token.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableMethodSecurity
public class Notes {
  /** Which handlers ran. */
  record Runs(List<String> names) {
    void add(String name) {
      names.add(name);
    }
  }

  @Bean
  Runs runs() {
    return new Runs(new CopyOnWriteArrayList<>());
  }

  /** The handlers, which record that they ran. Found as a component within the configuration. */
  @RestController
  public static class Api {
    private final Runs runs;

    Api(Runs runs) {
      this.runs = runs;
    }

    @GetMapping("/v1/notes")
    public String list(@AuthenticationPrincipal AccessToken token) {
      runs.add("list");
      return token.account().orElseThrow() + " " + token.subject();
    }

    @GetMapping("/v1/notes/{noteId}")
    public String get(@PathVariable String noteId) {
      runs.add("get " + noteId);
      return noteId;
    }

    @PostMapping("/v1/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('read:note')")
    public String add() {
      runs.add("add");
      return "added";
    }

    @GetMapping("/v1/status")
    public String status(@AuthenticationPrincipal AccessToken token) {
      runs.add("status");
      return token == null ? "nobody" : token.subject();
    }

    @GetMapping("/health")
    public String health() {
      runs.add("health");
      return "well";
    }

    @GetMapping("/forgotten")
    public String forgotten() {
      runs.add("forgotten");
      return "?";
    }
  }
}
