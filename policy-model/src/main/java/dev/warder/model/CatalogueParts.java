package dev.warder.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a catalogue says, without what follows from it. All lists are in catalogue order. */
record CatalogueParts(
    String name,
    String version,
    String title,
    @Nullable String documentation,
    String basePath,
    List<Category> categories,
    List<Capability> capabilities,
    Implications implications,
    List<Operation> operations,
    List<Command> commands,
    Limits limits,
    @Nullable Expiry expiry,
    List<Acceptance> accepted) {
  CatalogueParts {
    categories = ImmutableList.copyOf(categories);
    capabilities = ImmutableList.copyOf(capabilities);
    operations = ImmutableList.copyOf(operations);
    commands = ImmutableList.copyOf(commands);
    accepted = ImmutableList.copyOf(accepted);
  }
}
