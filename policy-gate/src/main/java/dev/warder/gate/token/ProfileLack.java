package dev.warder.gate.token;

/**
 * Something without which a profile is not used: it loosens more than it requires in return.
 *
 * @param key the key of a file to set, or to change
 * @param message what is wrong, and what to do
 */
record ProfileLack(String key, String message) {
  static final ProfileLack OF_TYPES =
      new ProfileLack(
          "types",
          "these types let in the issuer's other tokens, such as ID tokens: require a claim that"
              + " tells them apart (require), or accept those tokens too (otherTokens: accepted)");

  static final ProfileLack OF_AUDIENCE =
      new ProfileLack(
          "audience",
          "the audience does not say for whom a token is: name who may send one (acceptedClients"
              + " or acceptedSubjects)");

  static final ProfileLack OF_CONSTANT_ACCOUNT =
      new ProfileLack(
          "constantAccount",
          "all tokens would have one account: name who may send one (acceptedClients or"
              + " acceptedSubjects)");
}
