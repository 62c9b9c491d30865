package dev.warder.issuers;

import dev.warder.gate.token.TokenProfile;

/** An issuer that runs on this machine, started and stopped by the test that uses it. */
interface Issuer extends AutoCloseable {
  /** The audience of the tokens for the notes API. */
  String AUDIENCE = "urn:notes-api";

  /** Returns the name of its profile. */
  String name();

  /** Returns {@code iss} of its tokens. */
  String address();

  /** Returns what its tokens look like. */
  TokenProfile profile();

  /** Returns the account that its tokens for the notes API name. */
  String account();

  /** Returns a token for the notes API that it issues now, with this capability alone. */
  String token(String capability) throws Exception;

  /** Returns a token that it issues now for another API. */
  String tokenForAnotherApi() throws Exception;

  /** Makes a new key, which signs from now on. The old ones stay published. */
  void rotate() throws Exception;

  /** Returns how often its keys were fetched. */
  int fetchesOfKeys();

  @Override
  void close();
}
