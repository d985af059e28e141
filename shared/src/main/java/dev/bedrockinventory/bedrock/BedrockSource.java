package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.normalize.Normalizer;
import dev.bedrockinventory.sweep.Deadline;
import dev.bedrockinventory.sweep.ImportJobStatus;
import dev.bedrockinventory.sweep.Source;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;

/**
 * Reads one account and region with the given AWS clients. Failures of the API are returned, never
 * thrown. Each response gets the time at which it was received. Serves one sweep at a time; not
 * thread-safe, although the clients and the pacer may be shared.
 */
public final class BedrockSource implements Source {
  private final ApiCaller caller;
  private final Api api;
  private final ResourceReader reader;
  private final InstantSource clock;

  /**
   * Creates a source that has made no call.
   *
   * @param bedrock for the account and region, built with {@link ClientPolicy#configuration}
   * @param tagging the same
   * @param pacer shared by all sources of the account and region
   */
  public BedrockSource(
      BedrockClient bedrock,
      ResourceGroupsTaggingApiClient tagging,
      Pacer pacer,
      InstantSource clock) {
    this.caller = new ApiCaller(bedrock.serviceClientConfiguration().region(), pacer, clock);
    this.api = new Api(bedrock, tagging, caller);
    this.reader = new ResourceReader(api);
    this.clock = clock;
  }

  @Override
  public Observation observe(ScopeState beginning, Deadline deadline) {
    var scope = beginning.scope();
    var startedAt = Instants.cut(clock.instant());
    var pages =
        ListPages.read(Api.listing(scope.kind()), deadline, token -> api.list(scope.kind(), token));
    if (pages.failure().isPresent() && pages.pages().isEmpty()) {
      return new Observation.Refused(scope, startedAt, pages.failure().get());
    }
    var snapshot = new SnapshotReader(api, beginning, startedAt, deadline).read(pages);
    return snapshot.failures().stream()
        .filter(failure -> failure.reason() == Reason.CLOCK)
        .findFirst()
        .<Observation>map(failure -> new Observation.Refused(scope, startedAt, failure))
        .orElseGet(() -> new Observation.Read(snapshot));
  }

  @Override
  public ReadResult<Document> detail(Scope scope, Arn arn) {
    return reader
        .detail(scope.kind(), arn)
        .then(found ->
            new ReadResult.Found<>(
                Normalizer.document(found.value(), JsonNodeFactory.instance.objectNode()),
                found.answeredAt(),
                found.drift()));
  }

  @Override
  public ReadResult<ObjectNode> tags(Arn arn) {
    return reader.tags(arn);
  }

  @Override
  public ImportJobStatus importJob(Arn job) {
    return reader.importJob(job);
  }

  @Override
  public Map<String, Integer> calls() {
    return caller.calls();
  }
}
