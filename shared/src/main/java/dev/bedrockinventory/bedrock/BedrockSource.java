package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.sweep.ImportJobStatus;
import dev.bedrockinventory.sweep.Presence;
import dev.bedrockinventory.sweep.Source;
import dev.bedrockinventory.sweep.TagReading;
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
    this.clock = clock;
  }

  @Override
  public Observation observe(ScopeState beginning) {
    var scope = beginning.scope();
    var startedAt = Instants.cut(clock.instant());
    var pages = ListPages.read(Api.listing(scope.kind()), token -> api.list(scope.kind(), token));
    return pages
        .failure()
        .filter(failure -> pages.pages().isEmpty())
        .<Observation>map(failure -> new Observation.Refused(scope, startedAt, failure))
        .orElseGet(() -> new SnapshotReader(api, beginning, startedAt).look(pages));
  }

  @Override
  public Presence presence(Scope scope, Arn arn) {
    return switch (Detail.of(api, scope.kind(), arn)) {
      case Detail.Failed failed -> new Presence.Unknown(failed.failure());
      case Detail.NotFound absent -> new Presence.NotFound(absent.absence());
      case Detail.Read detail -> new Presence.Found(detail.reading().untagged(arn), detail.drift());
    };
  }

  @Override
  public TagReading tags(Scope scope, Arn arn) {
    return TagReader.read(api, arn);
  }

  @Override
  public ImportJobStatus importJob(Arn job) {
    return ImportJobReader.read(api, job);
  }

  @Override
  public Map<String, Integer> calls() {
    return caller.calls();
  }
}
