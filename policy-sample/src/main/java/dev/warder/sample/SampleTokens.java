package dev.warder.sample;

import dev.warder.authority.FollowedKeys;
import dev.warder.authority.Store;
import dev.warder.authority.TokenAuthority;
import dev.warder.gate.revocation.RevocationFollower;

/**
 * Where the sample's tokens come from: a store, followed as to what was revoked and by which keys
 * tokens are signed. The gateway closes none of it.
 *
 * @param store where they are kept
 * @param keys by which they are signed
 * @param revocations which of them were revoked
 * @param authority which knows them, by that store and that follower
 * @param issuer who issues them
 * @param audience whom they are for
 */
public record SampleTokens(
    Store store,
    FollowedKeys keys,
    RevocationFollower revocations,
    TokenAuthority authority,
    String issuer,
    String audience) {}
