package dev.bedrockinventory.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.sweep.ImportJobStatus;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ImportJobReaderTest {
  private final Ohio ohio = new Ohio();

  @AfterEach
  void stop() {
    ohio.close();
  }

  @Test
  void aJobThatHasNotEndedIsInProgress() {
    assertThat(ohio.source.importJob(start())).isEqualTo(new ImportJobStatus.InProgress());
  }

  @Test
  void aCompletedJobReturnsItsModel() {
    var job = start();
    end();

    var standing = ohio.source.importJob(job);

    var model = new Arn(ohio.place.importedModel("my-model").arn());
    assertThat(standing).isEqualTo(new ImportJobStatus.Completed(model));
  }

  @Test
  void aFailedJobReturnsWhy() {
    ohio.place.failNextImport("no such bucket");
    var job = start();
    end();

    assertThat(ohio.source.importJob(job)).isEqualTo(new ImportJobStatus.Failed("no such bucket"));
  }

  @Test
  void aJobThatTheServiceDoesNotKnowIsNoFailedOne() {
    var stranger = new Arn("arn:aws:bedrock:us-east-2:111122223333:model-import-job/abcdefghij12");

    assertThat(ohio.source.importJob(stranger))
        .asInstanceOf(type(ImportJobStatus.Unread.class))
        .satisfies(unread -> {
          assertThat(unread.failure().reason()).isEqualTo(Reason.UNAVAILABLE);
          assertThat(unread.failure().resource()).contains(stranger);
        });
  }

  @Test
  void aJobThatMayNotBeReadIsUnread() {
    var job = start();
    ohio.fault("GetModelImportJob", Fault.deny());

    assertThat(ohio.source.importJob(job))
        .asInstanceOf(type(ImportJobStatus.Unread.class))
        .satisfies(unread -> assertThat(unread.failure().reason()).isEqualTo(Reason.DENIED));
  }

  @Test
  void aStatusThatIsNotKnownMayStillChange() {
    var job = start();
    ohio.fault("GetModelImportJob", Fault.edit(answer -> answer.put("status", "Paused")));

    assertThat(ohio.source.importJob(job)).isEqualTo(new ImportJobStatus.InProgress());
  }

  @Test
  void aCompletedJobWithoutItsModelIsMalformed() {
    var job = start();
    end();
    ohio.fault(
        "GetModelImportJob",
        Fault.edit(answer -> answer.set("importedModelArn", TextNode.valueOf("m"))));

    assertThat(ohio.source.importJob(job))
        .asInstanceOf(type(ImportJobStatus.Unread.class))
        .satisfies(unread -> assertThat(unread.failure().reason()).isEqualTo(Reason.MALFORMED));
  }

  /** An import ends two seconds after it has started. */
  private void end() {
    ohio.now.set(ohio.now.get().plusSeconds(2));
  }

  private Arn start() {
    return new Arn(ohio.place.startImport("my-model", Map.of()).arn());
  }
}
