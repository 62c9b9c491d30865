package dev.warder.engine;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue compiled for deciding: which requests a grant allows, and why. Immutable, and shared
 * by any number of threads. {@link #decide} takes time linear in the path's length, whatever the
 * number of operations, and allocates nothing, but what the host's own {@link ResourceOwners} do.
 *
 * <pre>{@code
 * PolicyEngine engine = PolicyEngine.compile(ControlApi.catalogue(), owners);
 * Grant grant = engine.grant("A", List.of("read:app"));
 * Decision decision = engine.decide(grant, "PATCH", "/v1/apps/28AB9a");
 * }</pre>
 */
public final class PolicyEngine {
  private final EngineIdentity identity;
  private final Catalogue catalogue;
  private final ResourceOwners owners;
  private final DecisionTable table;
  private final Explainer explainer;
  private final Grant anonymous;

  private PolicyEngine(Catalogue catalogue, ResourceOwners owners, PathLimits limits) {
    this.identity = new EngineIdentity(requireNonNull(catalogue));
    this.catalogue = catalogue;
    this.owners = requireNonNull(owners);
    long[] held = HeldBits.none(catalogue.capabilities().size());
    HeldBits.set(held, HeldBits.EVERYONE);
    this.anonymous = new Grant(identity, null, held, ImmutableSet.of());
    this.table = new DecisionTable(identity, limits);
    this.explainer = new Explainer(catalogue, table);
  }

  /**
   * Compiles a catalogue, for paths within {@link PathLimits#DEFAULT}.
   *
   * @param owners tell who owns the resources that paths name; {@link
   *     ResourceOwners#checkedByCaller} waives them
   * @throws IllegalArgumentException when templates overlap in so many ways that to tell them apart
   *     takes more steps than are admitted, which no catalogue of a real API comes near
   */
  public static PolicyEngine compile(Catalogue catalogue, ResourceOwners owners) {
    return compile(catalogue, owners, PathLimits.DEFAULT);
  }

  /**
   * Compiles a catalogue, for paths within limits of the host's.
   *
   * @throws IllegalArgumentException as above, or when a template matches no path within the limits
   */
  public static PolicyEngine compile(
      Catalogue catalogue, ResourceOwners owners, PathLimits limits) {
    return new PolicyEngine(catalogue, owners, limits);
  }

  /** Returns the catalogue that this engine was compiled from. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Returns a grant for this engine. Order and repetition mean nothing; strings that the catalogue
   * does not know are kept for display and match nothing.
   *
   * @param account the account that the token belongs to
   * @param capabilities the raw strings that the token carries
   * @throws IllegalArgumentException when the account is empty
   */
  public Grant grant(String account, Iterable<String> capabilities) {
    checkArgument(!account.isEmpty(), "a grant's account is not empty");
    return grantOf(account, capabilities);
  }

  /**
   * Returns a grant of a token that has no account. It passes no check of an account, so it is
   * allowed only where the catalogue checks none. The owner of a resource is not asked for.
   *
   * @param capabilities as for {@link #grant}
   */
  public Grant grantWithoutAccount(Iterable<String> capabilities) {
    return grantOf(null, capabilities);
  }

  private Grant grantOf(@Nullable String account, Iterable<String> capabilities) {
    ImmutableSet<String> given = ImmutableSet.copyOf(capabilities);
    long[] held = anonymous.held.clone();
    HeldBits.set(held, HeldBits.TOKEN);
    List<Capability> known =
        given.stream().flatMap(raw -> catalogue.capability(raw).stream()).toList();
    catalogue.closure(known).forEach(capability -> HeldBits.set(held, HeldBits.of(capability)));
    return new Grant(identity, account, held, given);
  }

  /** Returns whether this engine made a grant, which means nothing to another. */
  public boolean made(Grant grant) {
    return grant.madeBy == identity;
  }

  /** Returns the grant of who presents no token: only {@code public} is allowed. */
  public Grant anonymous() {
    return anonymous;
  }

  /**
   * Decides on a request that comes without an account. Operations whose account comes with the
   * request are denied.
   *
   * @param method the method, as received
   * @param path the path as received, neither decoded nor normalised, without the query
   * @throws IllegalArgumentException when the grant is another engine's
   * @throws NullPointerException when anything is null
   */
  public Decision decide(Grant grant, String method, String path) {
    checkMine(grant.madeBy);
    return table.decide(grant, method, path, null, owners);
  }

  /**
   * Decides on a request that comes with an account, as {@link #decide(Grant, String, String)} does
   * otherwise.
   *
   * @param requestAccount the account that the request names outside its path, or null where it
   *     names none. It comes from exactly one source: one field line of one header field, without a
   *     comma, or the sub-domain in lower case. Where an operation compares it, it must be the
   *     grant's, character by character; none, and a blank one, is another
   * @throws IllegalArgumentException when the grant is another engine's, or the account was taken
   *     from the grant, which would always pass
   */
  public Decision decide(Grant grant, String method, String path, @Nullable String requestAccount) {
    checkMine(grant.madeBy);
    checkNotTaken(grant, requestAccount, "request");
    return table.decide(grant, method, path, requestAccount, owners);
  }

  /**
   * Decides on an operation, for a service that knows the account that the resource belongs to. All
   * checks of an account pass when it is the grant's, that of the account of a request too. The
   * account comes from where the resource is kept. The grant's own account always passes, so that
   * to hand in {@link Grant#account} would skip the step: that object is refused, whatever the
   * operation. An equal account is not: neither a copy of it nor the text that the grant was made
   * from, such as a token's account, can be told from a resource's.
   *
   * @param resourceAccount the resource's account, or null when the resource is unknown; not
   *     compared when the operation checks no account
   * @throws IllegalArgumentException when the grant is another engine's, the operation another
   *     catalogue's, or the account was taken from the grant
   */
  public Decision decide(Grant grant, Operation operation, @Nullable String resourceAccount) {
    checkMine(grant.madeBy);
    checkNotTaken(grant, resourceAccount, "resource");
    return table.asked(operation).decide(grant, resourceAccount);
  }

  /**
   * Decides on a request matched before, as {@link #decide(Grant, String, String, String)} with
   * other owners: for a host that has meanwhile looked up the owners of {@link Match#resources}.
   * The account of the request is the one that it was matched with.
   *
   * @throws IllegalArgumentException when the grant or the match is another engine's, or the
   *     account of the request was taken from the grant
   */
  public Decision decide(Grant grant, Match match, ResourceOwners owners) {
    checkMine(grant.madeBy);
    checkMine(match.madeBy);
    requireNonNull(owners);
    checkNotTaken(grant, match.requestAccount, "request");
    return match.asked == null
        ? match.refusal().orElseThrow()
        : match.asked.decide(grant, match.path, match.requestAccount, owners);
  }

  /** Returns which operations a request without an account asks, for every grant. */
  public Match match(String method, String path) {
    return table.match(method, path, null);
  }

  /**
   * Returns which operations a request asks, for every grant.
   *
   * @param requestAccount as for {@link #decide(Grant, String, String, String)}
   */
  public Match match(String method, String path, @Nullable String requestAccount) {
    return table.match(method, path, requestAccount);
  }

  /**
   * Answers whether the capabilities suffice for an operation, whatever the resource.
   *
   * @throws IllegalArgumentException when the grant is another engine's or the operation another
   *     catalogue's
   */
  public Preflight preflight(Grant grant, Operation operation) {
    checkMine(grant.madeBy);
    return explainer.preflight(grant, ImmutableSet.of(new Call.Known(operation)));
  }

  /**
   * Answers whether the capabilities suffice for every call that a command makes in the conditions
   * chosen.
   *
   * @param conditions the names of the conditions that hold
   * @throws IllegalArgumentException when the grant is another engine's, the command is another
   *     catalogue's, it has no such condition, or it makes no call but in conditions and none is
   *     chosen
   */
  public Preflight preflight(Grant grant, Command command, Set<String> conditions) {
    checkMine(grant.madeBy);
    checkArgument(
        catalogue.command(command.name()).filter(command::equals).isPresent(),
        "not of this engine's catalogue: %s",
        command);
    return explainer.preflight(grant, command.calls(conditions));
  }

  /**
   * Explains a decision of this engine's. It never decides again: the reason stays what it is.
   *
   * @param grant the grant that was decided on
   * @throws IllegalArgumentException when the grant or the decision is another engine's
   */
  public Explanation explain(Grant grant, Decision decision) {
    checkMine(grant.madeBy);
    checkMine(decision.madeBy);
    return explainer.explain(grant, decision);
  }

  private void checkMine(EngineIdentity madeBy) {
    if (madeBy != identity) {
      throw new IllegalArgumentException("made by another engine, where it means something else");
    }
  }

  @SuppressWarnings("ReferenceEquality") // an equal account from elsewhere is a resource's
  private static void checkNotTaken(Grant grant, @Nullable String account, String of) {
    if (account != null && account == grant.account) {
      throw taken(of);
    }
  }

  private static IllegalArgumentException taken(String of) {
    return new IllegalArgumentException(
        "the "
            + of
            + "'s account was taken from the grant, which would always pass; "
            + (of.equals("request")
                ? "take it from the request"
                : "look it up where the resource is kept"));
  }

  /** Returns the catalogue's name, version and fingerprint's beginning. */
  @Override
  public String toString() {
    return "engine of " + catalogue;
  }
}
