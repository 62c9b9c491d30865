package dev.warder.model;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One comparison of an {@link AccountRule}: what must be the grant's account. */
public sealed interface AccountCheck {
  /**
   * Returns the place of what names the account or a resource among the template's segments, from
   * 0, or -1 where it does not stand in the path.
   */
  int segment();

  /** The account stands in the path. Immutable. */
  final class InPath implements AccountCheck {
    private final String parameter;
    private final int segment;

    InPath(String parameter, int segment) {
      this.parameter = requireNonNull(parameter);
      this.segment = segment;
    }

    /** Returns the name of the parameter that is the account. */
    public String parameter() {
      return parameter;
    }

    @Override
    public int segment() {
      return segment;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof InPath that
          && parameter.equals(that.parameter)
          && segment == that.segment;
    }

    @Override
    public int hashCode() {
      return Objects.hash(parameter, segment);
    }

    /** Returns the parameter and its place: {@code account: id, segment 1}. */
    @Override
    public String toString() {
      return "account: " + parameter + ", segment " + segment;
    }
  }

  /** The account comes with the request: the host hands it over beside the path. Immutable. */
  final class FromRequest implements AccountCheck {
    FromRequest() {}

    /** Returns -1: it does not stand in the path. */
    @Override
    public int segment() {
      return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof FromRequest;
    }

    @Override
    public int hashCode() {
      return FromRequest.class.hashCode();
    }

    /** Returns {@code account: from-request}. */
    @Override
    public String toString() {
      return "account: " + AccountRule.FROM_REQUEST;
    }
  }

  /** The path names a resource, and the host looks its owner up. Immutable. */
  final class Owned implements AccountCheck {
    private final String kind;
    private final String parameter;
    private final int segment;

    Owned(String kind, String parameter, int segment) {
      this.kind = requireNonNull(kind);
      this.parameter = requireNonNull(parameter);
      this.segment = segment;
    }

    /** Returns the resource's kind, such as {@code app}. */
    public String kind() {
      return kind;
    }

    /** Returns the name of the parameter that is the resource's id. */
    public String parameter() {
      return parameter;
    }

    @Override
    public int segment() {
      return segment;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Owned that
          && kind.equals(that.kind)
          && parameter.equals(that.parameter)
          && segment == that.segment;
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, parameter, segment);
    }

    /** Returns kind, parameter and its place: {@code owner: app id, segment 1}. */
    @Override
    public String toString() {
      return "owner: " + kind + " " + parameter + ", segment " + segment;
    }
  }
}
