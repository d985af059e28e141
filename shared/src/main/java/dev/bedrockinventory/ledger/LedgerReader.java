package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ledger's queries for those who ask and verify. Streams read page after page while they are
 * consumed, and each may be consumed once. Reads of the table are strongly consistent; those of the
 * index {@code changes} cannot be. Every method, and every stream, may throw {@link
 * dev.bedrockinventory.sweep.LedgerUnavailableException}.
 */
public interface LedgerReader {
  /** All the scopes that were ever planned or swept, in the order of their keys. */
  Stream<Stored<ScopeEntry>> scopes();

  /** The heads of a scope, in the order of the resources' ids. */
  Stream<Stored<Head>> heads(Scope scope);

  /** The tombstones of a scope, in the order of the resources' ids. */
  Stream<Stored<Tombstone>> tombstones(Scope scope);

  /** The head of a resource, if it is live. */
  Optional<Stored<Head>> findHead(Scope scope, Arn arn);

  /** The tombstone of a resource, if it was deleted and has not returned. */
  Optional<Stored<Tombstone>> findTombstone(Scope scope, Arn arn);

  /** All the revisions of a resource, oldest first. */
  Stream<Stored<Revision>> revisions(Arn arn);

  /** The revisions of a resource from one number to another, both included, oldest first. */
  Stream<Stored<Revision>> revisions(Arn arn, long first, long last);

  /** The last revision of a resource, if it has any. */
  Optional<Stored<Revision>> findLastRevision(Arn arn);

  /** The last revision of a resource that was observed at this instant or before, if any was. */
  Optional<Stored<Revision>> findLastRevision(Arn arn, Instant until);

  /** The changes of all resources on one day in UTC, BASELINE left out, oldest first. */
  Stream<Stored<ChangeEntry>> changes(LocalDate day);

  /** The profiles that reach a model, in the order of their ARNs. */
  Stream<Stored<Route>> routes(String modelId);

  /** The route from a profile to a model, if there is one. */
  Optional<Stored<Route>> findRoute(String modelId, Arn profile);

  /** All the drift that was ever seen, in the order of operations and paths. */
  Stream<Stored<DriftEntry>> drift();

  /** The reports of a scope's sweeps that are kept, oldest first. */
  Stream<Stored<ReportEntry>> reports(Scope scope);

  /** What this reader has consumed since it was made. */
  Consumed consumed();
}
