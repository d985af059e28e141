package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.ReadResult;
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
   * @param deadline when no further call may begin; the observation is then partial, and the next
   *     one continues behind the last resource that was read in full
   */
  Observation observe(ScopeState beginning, Deadline deadline);

  /** Reads one resource by Get and ARN. The document has no tags, which Get does not return. */
  ReadResult<Document> detail(Scope scope, Arn arn);

  /** Reads the tags of one resource by {@code ListTagsForResource}, the authority for tags. */
  ReadResult<ObjectNode> tags(Arn arn);

  /** Reads the status of a model import job of the source's account and region. */
  ImportJobStatus importJob(Arn job);

  /** The number of API calls since this source was created, including retries, by operation. */
  Map<String, Integer> calls();
}
