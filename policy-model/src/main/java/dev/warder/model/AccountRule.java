package dev.warder.model;

/** How the account that a request touches is known. */
public sealed interface AccountRule {

  /** The account is not compared: the template has no parameter, or the catalogue says so. */
  enum Unchecked implements AccountRule {
    /** The template has no parameter, so there is nothing to compare. */
    NO_PARAMETER,
    /** The catalogue says {@code account: not-checked}. */
    NOT_CHECKED
  }

  /**
   * The account stands in the path.
   *
   * @param parameter the name of the parameter that is the account
   * @param segment its place among the template's segments, from 0
   */
  record InPath(String parameter, int segment) implements AccountRule {}

  /**
   * The path names a resource, whose owner the host must be asked about.
   *
   * @param kind the resource's kind, such as {@code app}
   * @param parameter the name of the parameter that is the resource's id
   * @param segment its place among the template's segments, from 0
   */
  record Owned(String kind, String parameter, int segment) implements AccountRule {}
}
