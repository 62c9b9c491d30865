package dev.warder.spring;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.owner.HttpOwners;
import dev.warder.gate.owner.LookedUpOwners;
import dev.warder.gate.owner.OwnerLookup;
import dev.warder.gate.owner.SqlOwners;
import dev.warder.model.AccountCheck;
import dev.warder.model.Catalogue;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where a catalogue's owners are looked up: in a function, a database or a server, or nowhere. */
final class OwnersChoice {
  private static final String SQL = "warder.owners.sql";
  private static final String HTTP = "warder.owners.http";

  private OwnersChoice() {}

  static ResourceOwners of(
      Catalogue catalogue,
      WarderProperties.Owners settings,
      @Nullable OwnerLookup lookup,
      Supplier<@Nullable DataSource> databases) {
    Set<String> kinds = kinds(catalogue);
    if (lookup != null) {
      return lookedUp(lookup, settings);
    }
    if (settings.http() != null) {
      return lookedUp(http(kinds, settings.http(), settings), settings);
    }
    if (settings.authorization() != null) {
      throw new InvalidWarderSettings(
          "warder.owners.authorization", "it goes with warder.owners.http");
    }
    check(kinds, settings.sql().keySet());
    if (kinds.isEmpty()) {
      return ResourceOwners.of(Map.of());
    }
    DataSource database = databases.get();
    if (database == null) {
      throw new InvalidWarderSettings(
          SQL, "there is no DataSource to look owners up in: set spring.datasource.url");
    }
    return lookedUp(
        InvalidWarderSettings.at(SQL, () -> SqlOwners.of(database, settings.sql())), settings);
  }

  private static HttpOwners http(
      Set<String> kinds, String address, WarderProperties.Owners settings) {
    if (!settings.sql().isEmpty()) {
      throw new InvalidWarderSettings(HTTP, "owners are at one place: leave out sql, or http");
    }
    if (kinds.size() > 1 && !address.contains("{kind}")) {
      throw new InvalidWarderSettings(
          HTTP, "the catalogue has several kinds, so the address has {kind} as a segment");
    }
    String[] fields =
        settings.authorization() == null
            ? new String[] {}
            : new String[] {"Authorization", settings.authorization()};
    return InvalidWarderSettings.at(HTTP, () -> HttpOwners.at(address, fields));
  }

  private static LookedUpOwners lookedUp(OwnerLookup lookup, WarderProperties.Owners settings) {
    return InvalidWarderSettings.at(
        "warder.owners",
        () ->
            LookedUpOwners.builder(lookup).timeout(settings.timeout()).age(settings.age()).build());
  }

  private static void check(Set<String> kinds, Set<String> given) {
    Set<String> missing = new TreeSet<>(kinds);
    missing.removeAll(given);
    if (!missing.isEmpty()) {
      String first = missing.iterator().next();
      throw new InvalidWarderSettings(
          SQL + "." + first,
          "the catalogue asks who owns each "
              + String.join(", ", missing)
              + ": write a statement such as `select account from "
              + first
              + " where id = ?`, or a bean OwnerLookup");
    }
    Set<String> unknown = new TreeSet<>(given);
    unknown.removeAll(kinds);
    if (!unknown.isEmpty()) {
      throw new InvalidWarderSettings(
          SQL + "." + unknown.iterator().next(),
          kinds.isEmpty()
              ? "the catalogue asks for no owner"
              : "the catalogue has no such kind; it has " + String.join(", ", kinds));
    }
  }

  private static Set<String> kinds(Catalogue catalogue) {
    Set<String> kinds = new LinkedHashSet<>();
    catalogue.operations().stream()
        .flatMap(operation -> operation.accountRule().owners().stream())
        .map(AccountCheck.Owned::kind)
        .forEach(kinds::add);
    return kinds;
  }
}
