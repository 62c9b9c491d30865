package dev.warder.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;
import org.springframework.context.ApplicationContext;

/** Fails the start of a reactive application: its requests pass no filter, so none were judged. */
@AutoConfiguration
public class WarderReactiveAutoConfiguration {

  WarderReactiveAutoConfiguration(ApplicationContext context) {
    if (context instanceof ReactiveWebApplicationContext) {
      throw new InvalidWarderSettings(
          "warder",
          "it guards servlets, and this application is reactive: take spring-boot-starter-webmvc,"
              + " or leave policy-spring out");
    }
  }
}
