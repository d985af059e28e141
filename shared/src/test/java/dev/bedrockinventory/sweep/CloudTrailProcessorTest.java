package dev.bedrockinventory.sweep;

import static dev.bedrockinventory.model.ChangeKind.BASELINE;
import static dev.bedrockinventory.model.ChangeKind.CREATED;
import static dev.bedrockinventory.model.ChangeKind.DELETED;
import static dev.bedrockinventory.model.ChangeKind.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cloudtrail.CloudTrailCall;
import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Evidence.Refusal;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CloudTrailProcessorTest {
  private final World world = new World(Kind.IMPORTED_MODEL);
  private final FakeSource source = new FakeSource(world);
  private final FakeLedger ledger = new FakeLedger();
  private final ImportTracker imports = new ImportTracker(scope -> source, ledger, () -> world.now);
  private final CloudTrailProcessor reaction =
      new CloudTrailProcessor(scope -> source, ledger, imports);

  @Test
  void aCallKeepsItsEvidenceAndRefreshesWhatItNames() {
    var model = world.put("m");
    sweep();
    world.tag(model, "team", "red");

    var results = run(call("TagResource", model.text(), Optional.empty()));

    assertThat(results).containsExactly(new RefreshResult.Recorded(UPDATED));
    assertThat(kinds(model)).containsExactly(BASELINE, UPDATED);
    assertThat(ledger.newestEvidence(model))
        .extracting(Evidence::event)
        .containsExactly("TagResource");
  }

  @Test
  void aDeletionByNameIsResolvedThroughTheHeads() {
    var model = world.put("m");
    sweep();
    world.delete(model);

    run(call("DeleteImportedModel", "name of m", Optional.empty()));

    assertThat(kinds(model)).containsExactly(BASELINE, DELETED);
    assertThat(ledger.revisions(model).getLast().proofs().json())
        .contains("\"event\":\"DeleteImportedModel\"", "\"notFound\"");
  }

  @Test
  void aDeletionByIdIsResolvedThroughTheHeads() {
    var model = world.put("m");
    sweep();
    world.delete(model);

    run(call("DeleteImportedModel", "m", Optional.empty()));

    assertThat(kinds(model)).containsExactly(BASELINE, DELETED);
  }

  @Test
  void aDeletionOfAProfileIsNotThatOfAModelWithItsIdOrName() {
    var model = world.put("m");
    sweep();
    world.delete(model);

    var byId = run(call("DeleteInferenceProfile", "m", Optional.empty()));
    var byName = run(call("DeleteInferenceProfile", "name of m", Optional.empty()));

    assertThat(byId).containsExactly(new RefreshResult.Unresolved("m"));
    assertThat(byName).containsExactly(new RefreshResult.Unresolved("name of m"));
    assertThat(kinds(model)).containsExactly(BASELINE);
  }

  @Test
  void aNameThatFitsSeveralIsLeftToTheNextSweep() {
    var first = world.put("m");
    var second = world.put("n");
    world.document(second).put("modelName", "name of m");
    sweep();
    world.delete(first);

    var results = run(call("DeleteImportedModel", "name of m", Optional.empty()));

    assertThat(results).containsExactly(new RefreshResult.Unresolved("name of m"));
    assertThat(ledger.newestEvidence(first)).isEmpty();
    assertThat(kinds(first)).containsExactly(BASELINE);
  }

  @Test
  void aDeletionThatASweepRecordedBeforeItsEventCameKeepsItsEvidence() {
    var model = world.put("m");
    sweep();
    var call = call("DeleteImportedModel", "name of m", Optional.empty());
    world.delete(model);
    sweep();

    var results = run(call);

    assertThat(results).containsExactly(new RefreshResult.Unchanged());
    assertThat(kinds(model)).containsExactly(BASELINE, DELETED);
    assertThat(ledger.newestEvidence(model))
        .extracting(Evidence::event)
        .containsExactly("DeleteImportedModel");
  }

  @Test
  void aNameThatWasUsedTwiceIsThatOfTheFirstDeletionSince() {
    var first = world.put("m");
    sweep();
    var call = call("DeleteImportedModel", "name of m", Optional.empty());
    world.delete(first);
    sweep();
    world.tick();
    var second = world.put("n");
    world.document(second).put("modelName", "name of m");
    sweep();
    world.delete(second);
    sweep();

    run(call);

    assertThat(ledger.newestEvidence(first)).hasSize(1);
    assertThat(ledger.newestEvidence(second)).isEmpty();
  }

  @Test
  void aNameThatWasGivenAgainSinceIsThatOfWhatWasDeleted() {
    var first = world.put("m");
    sweep();
    var call = call("DeleteImportedModel", "name of m", Optional.empty());
    world.delete(first);
    world.now = world.now.plusSeconds(5);
    var second = world.put("n", world.now);
    world.document(second).put("modelName", "name of m");
    sweep();

    run(call);

    assertThat(ledger.newestEvidence(first)).hasSize(1);
    assertThat(ledger.newestEvidence(second)).isEmpty();
  }

  @Test
  void aNameOfWhatWasDeletedBeforeIsNotTakenForIt() {
    var model = world.put("m");
    sweep();
    world.delete(model);
    sweep();
    world.now = world.now.plusSeconds(5);

    var results = run(call("DeleteImportedModel", "name of m", Optional.empty()));

    assertThat(results).containsExactly(new RefreshResult.Unresolved("name of m"));
    assertThat(ledger.newestEvidence(model)).isEmpty();
  }

  @Test
  void aRefusedCallIsKeptAsAnAttemptAndRefreshesNothing() {
    var model = world.put("m");
    sweep();
    world.delete(model);

    var results =
        run(
            call(
                "DeleteImportedModel",
                model.text(),
                Optional.of(new Refusal("AccessDenied", "not you"))));

    assertThat(results).isEmpty();
    assertThat(ledger.newestEvidence(model))
        .extracting(Evidence::isSuccessful)
        .containsExactly(false);
    assertThat(kinds(model)).containsExactly(BASELINE);
  }

  @Test
  void aCallThatIsReceivedAfterASweepSawWhatItDidIsOnlyEvidence() {
    var model = world.put("m");
    sweep();
    world.tag(model, "team", "red");
    var call = call("TagResource", model.text(), Optional.empty());
    sweep();
    assertThat(kinds(model)).containsExactly(BASELINE, UPDATED);

    var results = run(call);

    assertThat(results).containsExactly(new RefreshResult.Unchanged());
    assertThat(kinds(model)).containsExactly(BASELINE, UPDATED);
    assertThat(ledger.newestEvidence(model)).hasSize(1);
  }

  @Test
  void aCallTwiceIsOneEvidenceAndOneRevision() {
    var model = world.put("m");
    sweep();
    world.tag(model, "team", "red");
    var call = call("TagResource", model.text(), Optional.empty());

    run(call);
    var again = run(call);

    assertThat(again).containsExactly(new RefreshResult.Unchanged());
    assertThat(ledger.newestEvidence(model)).hasSize(1);
    assertThat(kinds(model)).containsExactly(BASELINE, UPDATED);
  }

  @Test
  void theEnvelopesAccountIsTheAuthorityForWhoseResourceItIs() {
    var stranger = "arn:aws:bedrock:us-east-2:444455556666:imported-model/m";

    var results = run(call("TagResource", stranger, Optional.empty()));

    assertThat(results).containsExactly(new RefreshResult.Unresolved(stranger));
    assertThat(ledger.newestEvidence(new Arn(stranger))).isEmpty();
    assertThat(source.calls()).isEmpty();
  }

  @Test
  void aResourceThatIsGoneLeavesOnlyTheEvidence() {
    sweep();
    var model = world.arn("gone");

    var results = run(call("TagResource", model.text(), Optional.empty()));

    assertThat(results).containsExactly(new RefreshResult.Unchanged());
    assertThat(ledger.newestEvidence(model)).hasSize(1);
    assertThat(ledger.revisions(model)).isEmpty();
  }

  @Nested
  class AnImport {
    private final Arn job =
        new Arn("arn:aws:bedrock:us-east-2:111122223333:model-import-job/abcdefghij12");

    @Test
    void endsAsACreatedModelWithItsCreatorInEvidence() {
      sweep();
      start();
      var model = world.put("m", world.now);
      source.jobs.put(job, new ImportJobStatus.Completed(model));

      var result = imports.poll(pending());

      assertThat(result).isEqualTo(new RefreshResult.Recorded(CREATED));
      assertThat(ledger.newestEvidence(model))
          .extracting(Evidence::event)
          .containsExactly("CreateModelImportJob");
      assertThat(ledger.pendingJobs()).isEmpty();
    }

    @Test
    void isAskedForAtGrowingDistancesUntilItEnds() {
      start();
      var first = pending();
      world.now = world.now.plusSeconds(1);
      assertThat(ImportTracker.due(ledger, world.now)).hasSize(1);
      imports.poll(first);
      world.now = world.now.plusSeconds(1);
      imports.poll(pending());

      assertThat(pending().polls()).isEqualTo(2);
      assertThat(ImportTracker.due(ledger, world.now)).isEmpty();
      world.now = world.now.plusSeconds(2);
      assertThat(ImportTracker.due(ledger, world.now)).hasSize(1);
    }

    @Test
    void isAbandonedAfterADay() {
      start();
      world.now = world.now.plus(Duration.ofHours(25));

      var result = imports.poll(pending());

      assertThat(result).isEqualTo(new RefreshResult.GivenUp(job));
      assertThat(ledger.pendingJobs()).isEmpty();
    }

    @Test
    void thatFailsIsAnAttemptWithTheServicesMessage() {
      start();
      source.jobs.put(job, new ImportJobStatus.Failed("no such bucket"));

      imports.poll(pending());

      assertThat(ledger.newestEvidence(job))
          .extracting(Evidence::refusal)
          .contains(Optional.of(new Refusal("ImportFailed", "no such bucket")));
      assertThat(ledger.pendingJobs()).isEmpty();
    }

    @Test
    void whoseModelCannotBeReadYetIsAskedForAgain() {
      start();
      var model = world.put("m", world.now);
      source.presenceDenied.add(model);
      source.jobs.put(job, new ImportJobStatus.Completed(model));

      imports.poll(pending());

      assertThat(pending().polls()).isEqualTo(1);
    }

    @Test
    void thatCannotBeReadIsAskedForAgain() {
      start();
      source.jobs.put(
          job,
          new ImportJobStatus.Unread(
              new Failure(Reason.THROTTLED, "GetModelImportJob", Optional.of(job), "slow down")));

      var result = imports.poll(pending());

      assertThat(result)
          .isInstanceOfSatisfying(
              RefreshResult.Awaited.class, awaited -> assertThat(awaited.failure()).isPresent());
      assertThat(pending().polls()).isEqualTo(1);
    }

    @Test
    void receivedTwiceIsAwaitedOnceAndNotFromTheBeginning() {
      start();
      imports.poll(pending());

      start();

      assertThat(pending().polls()).isEqualTo(1);
    }

    private void start() {
      run(call("CreateModelImportJob", job.text(), Optional.empty()));
    }

    private PendingJob pending() {
      return ledger.pendingJobs().getFirst();
    }
  }

  private void sweep() {
    new Sweep(source, ledger, world::tick).run(world.scope, Optional.empty(), Deadline.NONE);
  }

  private CloudTrailCall call(String event, String resource, Optional<Refusal> refusal) {
    var resources = new TreeMap<String, Optional<Refusal>>();
    resources.put(resource, refusal);
    return new CloudTrailCall(
        "111122223333",
        "us-east-2",
        "event-" + event,
        event,
        world.now,
        World.ALICE,
        "203.0.113.7",
        "aws-cli/2",
        "request-1",
        Optional.empty(),
        Map.of(),
        resources);
  }

  private List<RefreshResult> run(CloudTrailCall call) {
    return Objects.requireNonNull(reaction.run(List.of(call), Deadline.NONE).get(call));
  }

  private List<ChangeKind> kinds(Arn arn) {
    return ledger.revisions(arn).stream().map(Revision::change).toList();
  }
}
