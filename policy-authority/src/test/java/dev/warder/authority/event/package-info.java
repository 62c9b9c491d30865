/**
 * What may happen to a store's files and servers while programs have it open, for the tests of
 * every module: {@link dev.warder.authority.event.FileEvent} and {@link
 * dev.warder.authority.event.Replicas}.
 */
package dev.warder.authority.event;
