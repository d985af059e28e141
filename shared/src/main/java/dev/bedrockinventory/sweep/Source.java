package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.util.Map;

/**
 * Where resources are looked at. No method throws for what the API answers or fails to: a remote
 * failure is a value with its reason. One source serves one sweep at a time; it is not thread-safe.
 */
public interface Source {
  /**
   * Looks at everything in a scope: all pages, details and tags.
   *
   * @param beginning what the ledger knew when the look began; tells which profile's details were
   *     probed last, and whether details must be fetched for all
   */
  Observation observe(ScopeState beginning);

  /**
   * Asks Get, by ARN, whether one resource exists. What is found has no tags, which Get does not
   * tell.
   */
  Presence presence(Scope scope, Arn arn);

  /** Reads the tags of one resource from their authority, {@code ListTagsForResource}. */
  TagReading tags(Scope scope, Arn arn);

  /** Asks how a model import job of the source's account and region stands. */
  ImportJobStatus importJob(Arn job);

  /** How many API calls this source has made since it was made, retries included, by operation. */
  Map<String, Integer> calls();
}
