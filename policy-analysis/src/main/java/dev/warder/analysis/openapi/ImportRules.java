package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an OpenAPI document does not say, and you declare to make a catalogue of it. Immutable. */
public final class ImportRules {
  final ScopeList scopeList;
  final ImmutableSet<String> tokenSchemes;
  final ImmutableSet<String> accountParameters;

  /** The kinds of resources by the names of the parameters that are their ids. */
  final ImmutableMap<String, String> ownerKinds;

  final boolean accountFromRequest;
  final boolean accountNotChecked;
  final boolean noSecurityIsPublic;
  final boolean omit;
  final @Nullable String name;

  private ImportRules(Builder builder) {
    this.scopeList = builder.scopeList;
    this.tokenSchemes = ImmutableSet.copyOf(builder.tokenSchemes);
    this.accountParameters = ImmutableSet.copyOf(builder.accountParameters);
    this.ownerKinds = ImmutableMap.copyOf(builder.ownerKinds);
    this.accountFromRequest = builder.accountFromRequest;
    this.accountNotChecked = builder.accountNotChecked;
    this.noSecurityIsPublic = builder.noSecurityIsPublic;
    this.omit = builder.omit;
    this.name = builder.name;
  }

  /**
   * Returns a builder.
   *
   * @param scopeList what a list of scopes means
   * @param tokenScheme the security scheme that stands for the access token whose capabilities are
   *     the scopes
   */
  public static Builder builder(ScopeList scopeList, String tokenScheme) {
    return new Builder(scopeList).tokenScheme(tokenScheme);
  }

  /** Makes rules. Not safe for use by several threads at once. */
  public static final class Builder {
    private final ScopeList scopeList;
    private final Set<String> tokenSchemes = new LinkedHashSet<>();
    private final Set<String> accountParameters = new LinkedHashSet<>();
    private final Map<String, String> ownerKinds = new LinkedHashMap<>();
    private boolean accountFromRequest;
    private boolean accountNotChecked;
    private boolean noSecurityIsPublic;
    private boolean omit;
    private @Nullable String name;

    private Builder(ScopeList scopeList) {
      this.scopeList = scopeList;
    }

    /** Names another scheme whose scopes are capabilities of the same tokens. */
    @CanIgnoreReturnValue
    public Builder tokenScheme(String scheme) {
      tokenSchemes.add(scheme);
      return this;
    }

    /**
     * Says that a path parameter is the account: every one of this name, or with the segment before
     * it, as {@code accounts/id}, only those that follow it, which goes before a name alone.
     */
    @CanIgnoreReturnValue
    public Builder accountParameter(String parameter) {
      accountParameters.add(parameter);
      return this;
    }

    /**
     * Says that a path parameter, named as for {@link #accountParameter}, is the id of a resource
     * of a kind, whose owner must be looked up. An operation checks the first of its path's
     * parameters that is declared as account, and of each kind the first, all together.
     *
     * @throws IllegalArgumentException when the parameter has another kind already
     */
    @CanIgnoreReturnValue
    public Builder owner(String kind, String parameter) {
      String other = ownerKinds.putIfAbsent(parameter, kind);
      if (other != null && !other.equals(kind)) {
        throw new IllegalArgumentException(
            "parameter " + parameter + " is of two kinds, " + other + " and " + kind);
      }
      return this;
    }

    /**
     * Says that the account comes with the request, in a header field or a sub-domain. Each
     * operation that is not public, and whose path has no parameter declared as account, then
     * checks it; owners are checked besides.
     */
    @CanIgnoreReturnValue
    public Builder accountFromRequest() {
      accountFromRequest = true;
      return this;
    }

    /**
     * Says that operations with parameters of which none was declared check no account. Without it,
     * such operations are refused.
     */
    @CanIgnoreReturnValue
    public Builder accountNotCheckedWhereNoParameterIsDeclared() {
      accountNotChecked = true;
      return this;
    }

    /**
     * Says that an operation whose {@code security} is the empty list, or has an empty alternative,
     * is open to everyone. Without it, the first is unmapped and the second is left out. An
     * operation of which nothing is said at all stays unmapped either way.
     */
    @CanIgnoreReturnValue
    public Builder noSecurityMeansPublic() {
      noSecurityIsPublic = true;
      return this;
    }

    /**
     * Says that operations and scopes that a catalogue cannot express are left out. Without it,
     * they are refused. Operations that stay and would be asked by requests of those left out
     * become unmapped, so that leaving out never allows anything.
     */
    @CanIgnoreReturnValue
    public Builder omitWhatCannotBeExpressed() {
      omit = true;
      return this;
    }

    /** Sets the catalogue's name. By default it comes from the document's title. */
    @CanIgnoreReturnValue
    public Builder name(String name) {
      this.name = name;
      return this;
    }

    /**
     * Returns the rules.
     *
     * @throws IllegalArgumentException when a parameter is both an account and a resource
     */
    public ImportRules build() {
      for (String parameter : accountParameters) {
        if (ownerKinds.containsKey(parameter)) {
          throw new IllegalArgumentException(
              "parameter " + parameter + " is both the account and a resource");
        }
      }
      return new ImportRules(this);
    }
  }
}
