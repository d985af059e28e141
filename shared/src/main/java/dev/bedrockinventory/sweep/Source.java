package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.util.Map;

/**
 * Reads resources from the API. No method throws for a failure of the API: a remote failure is a
 * value with its reason. A source serves one sweep at a time; it is not thread-safe.
 */
public interface Source {
  /**
   * Reads a whole scope: all pages, details and tags.
   *
   * @param beginning the scope's state when the observation began; contains which profile's details
   *     were probed last, and whether details must be fetched for all
   */
  Observation observe(ScopeState beginning);

  /**
   * Reads by Get and ARN whether a resource exists. The result has no tags, which Get does not
   * return.
   */
  Presence presence(Scope scope, Arn arn);

  /** Reads the tags of one resource by {@code ListTagsForResource}, the authority for tags. */
  TagReading tags(Scope scope, Arn arn);

  /** Reads the status of a model import job of the source's account and region. */
  ImportJobStatus importJob(Arn job);

  /** The number of API calls since this source was created, including retries, by operation. */
  Map<String, Integer> calls();
}
