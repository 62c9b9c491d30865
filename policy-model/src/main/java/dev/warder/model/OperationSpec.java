package dev.warder.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.yaml.Keys;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;

/**
 * One operation of a {@link CatalogueBuilder}. Call each method but {@link #owner} at most once.
 */
public final class OperationSpec {
  private final Keys keys;
  private final Keys owners;

  OperationSpec(String path) {
    this.keys = new Keys(path);
    this.owners = new Keys(keys.pathOf("owner"));
  }

  /** Sets the method and the template, without the base path. */
  @CanIgnoreReturnValue
  public OperationSpec at(String method, String path) {
    keys.put("method", method);
    keys.put("path", path);
    return this;
  }

  /** Sets what the operation does, in a few words. */
  @CanIgnoreReturnValue
  public OperationSpec summary(String summary) {
    keys.put("summary", summary);
    return this;
  }

  /** Sets the parameter of the template that is the account. */
  @CanIgnoreReturnValue
  public OperationSpec account(String parameter) {
    keys.put("account", parameter);
    return this;
  }

  /** Takes the account from the request: a header field or a sub-domain. */
  @CanIgnoreReturnValue
  public OperationSpec accountFromRequest() {
    return account(AccountRule.FROM_REQUEST);
  }

  /**
   * Adds a resource: its kind, and the parameter of the template that is its id. The grant's
   * account must own all of them.
   */
  @CanIgnoreReturnValue
  public OperationSpec owner(String kind, String parameter) {
    owners.put(kind, parameter);
    return this;
  }

  /** Compares no account, although the template has parameters. */
  @CanIgnoreReturnValue
  public OperationSpec accountNotChecked() {
    return account(AccountRule.NOT_CHECKED);
  }

  /** Sets what the operation requires. */
  @CanIgnoreReturnValue
  public OperationSpec requires(Requires requirement) {
    keys.put("requires", requirement.at(new Place(keys.pathOf("requires"), 0, 0)));
    return this;
  }

  /** Requires all of these capabilities: a token with one of several is denied. */
  @CanIgnoreReturnValue
  public OperationSpec requiresAll(String first, String... others) {
    return requires(Requires.all(first, others));
  }

  /** Sets the address of the operation's own documentation; optional. */
  @CanIgnoreReturnValue
  public OperationSpec documentation(String address) {
    keys.put("documentation", address);
    return this;
  }

  Node node() {
    return keys.putUnlessEmpty("owner", owners.build()).build();
  }
}
