package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads what a token must say to be accepted, and whose tokens are. */
final class ProfileRequirementsReader {
  private final ProfileFields from;
  private final TokenProfileBuilder builder;

  ProfileRequirementsReader(ProfileFields from, TokenProfileBuilder builder) {
    this.from = from;
    this.builder = builder;
  }

  void read() {
    from.when(
        "require",
        (key, node) ->
            from.entries(node).forEach(item -> requirement(item).ifPresent(builder.required::add)));
    from.word("otherTokens", "accepted", builder::acceptOtherTokensOfTheIssuer);
    from.when(
        "acceptedClients",
        (key, node) ->
            accepted(node, builder.senders::acceptClients, builder.senders::needClients));
    from.when(
        "acceptedSubjects",
        (key, node) ->
            accepted(node, builder.senders::acceptSubjects, builder.senders::needSubjects));
    from.when(
        "audience",
        (key, node) -> {
          String word = from.values.text(node);
          if ("optional".equals(word)) {
            builder.acceptTokensWithoutAudience();
          } else if ("chosen-by-requester".equals(word)) {
            builder.audienceIsChosenByTheRequester();
          } else if (word != null) {
            from.values.refuse(
                node.place(), "`audience` is `optional` or `chosen-by-requester`, or is left out");
          }
        });
    from.word("senderBound", "accepted-as-bearer", builder::acceptSenderBoundTokensAsBearerTokens);
  }

  private Optional<RequiredClaim> requirement(Node item) {
    Optional<RequiredClaim> requirement = required(item);
    if (item instanceof Node.Mapping mapping
        && mapping.get("is") instanceof Node.Sequence is
        && is.items().isEmpty()) {
      from.values.refuse(is.place(), "name at least one value, or leave `is` out");
    }
    return requirement;
  }

  private Optional<RequiredClaim> required(Node item) {
    Fields entry = new Fields(from.values, "a requirement", item.place(), item, "claim", "is");
    Node is = entry.optional("is");
    Node claim = entry.required("claim");
    List<String> accepted = is == null ? List.of() : from.textOrTexts(is);
    return claim == null
        ? Optional.empty()
        : from.claim(claim).map(path -> new RequiredClaim(path, ImmutableSet.copyOf(accepted)));
  }

  /** An empty list of values leaves the list open. */
  private void accepted(
      Node node, BiConsumer<ClaimPath, ImmutableSet<String>> accept, Consumer<ClaimPath> need) {
    for (Node item : from.entries(node)) {
      required(item)
          .ifPresent(
              one -> {
                if (one.values().isEmpty()) {
                  need.accept(one.claim());
                } else {
                  from.checked(item, () -> accept.accept(one.claim(), one.values()));
                }
              });
    }
  }
}
