package dev.bedrockinventory.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The import jobs of one account and region, and which of them have not ended yet. Guarded by the
 * lock of {@link RegionState}.
 */
final class Imports {
  private static final Duration TIME = Duration.ofSeconds(2);

  private final NavigableMap<String, ImportJob> jobs = new TreeMap<>();
  private final List<ImportJob> running = new ArrayList<>();
  private final Map<String, ImportJob> requestTokens = new HashMap<>();
  private Optional<String> nextFailure = Optional.empty();

  Optional<ImportJob> startedBy(Optional<String> requestToken) {
    return requestToken.map(requestTokens::get);
  }

  ImportJob start(ImportRequest request, String jobArn, String modelArn, Instant now) {
    Instant end = now.plus(TIME);
    var model =
        new ImportedModel(
            modelArn,
            request.modelName(),
            end,
            true,
            ImportedModel.ARCHITECTURE,
            request.jobName(),
            jobArn,
            request.source(),
            request.kmsKeyArn(),
            1,
            ImportedModel.UNITS_VERSION,
            Map.of());
    var job =
        new ImportJob(
            jobArn,
            request.jobName(),
            request.roleArn(),
            request.vpcConfig(),
            model,
            request.modelTags(),
            now,
            end,
            nextFailure);
    nextFailure = Optional.empty();
    jobs.put(jobArn, job);
    running.add(job);
    request.requestToken().ifPresent(token -> requestTokens.put(token, job));
    return job;
  }

  void failNext(String message) {
    nextFailure = Optional.of(message);
  }

  /** The jobs that have completed since the last call. */
  List<ImportJob> completed(Instant now) {
    var ended = running.stream().filter(job -> !now.isBefore(job.endsAt())).toList();
    running.removeAll(ended);
    return ended.stream().filter(job -> job.failure().isEmpty()).toList();
  }

  List<ImportJob> all() {
    return List.copyOf(jobs.values());
  }

  boolean holds(String arn) {
    return jobs.containsKey(arn);
  }

  void clear() {
    jobs.clear();
    running.clear();
    requestTokens.clear();
  }
}
