package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.simulator.world.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.SsmException;

final class QueuesAndParametersTest {
  private final ManualClock clock = new ManualClock();
  private final Simulator simulator = Simulator.start(0, clock, 19);
  private final SqsClient sqs = TestClients.of(simulator).sqs();

  @AfterEach
  void close() {
    sqs.close();
    simulator.close();
  }

  @Test
  void aFifoQueueKeepsOrderGroupsAndAttributesAndDropsDuplicates() {
    var queue = simulator.place(ACCOUNT, OHIO).queue("sweeps.fifo");

    var answer =
        sqs.sendMessageBatch(r ->
            r.queueUrl(url("sweeps.fifo"))
                .entries(entry("a", "first – ü", "one"), entry("b", "second", "one")));
    sqs.sendMessageBatch(r -> r.queueUrl(url("sweeps.fifo")).entries(entry("a", "third", "two")));

    assertThat(answer.failed()).isEmpty();
    assertThat(answer.successful())
        .hasSize(2)
        .allSatisfy(sent -> assertThat(sent.sequenceNumber()).isNotBlank());
    assertThat(answer.successful().getFirst().messageId())
        .isEqualTo(answer.successful().getLast().messageId());
    List<Message> messages = queue.drain();
    assertThat(messages).extracting(Message::body).containsExactly("first – ü", "third");
    assertThat(messages.getFirst().attributes()).containsExactly(Map.entry("kind", "sweep"));
    assertThat(messages.getFirst().groupId()).contains("group");
    assertThat(messages.getFirst().deduplicationId()).contains("one");
    assertThat(queue.drain()).isEmpty();
  }

  @Test
  void aDuplicateIsTakenAgainAfterFiveMinutes() {
    var queue = simulator.place(ACCOUNT, OHIO).queue("sweeps.fifo");
    sqs.sendMessageBatch(r -> r.queueUrl(url("sweeps.fifo")).entries(entry("a", "1", "one")));
    clock.advance(Duration.ofMinutes(5));
    sqs.sendMessageBatch(r -> r.queueUrl(url("sweeps.fifo")).entries(entry("a", "2", "one")));

    assertThat(queue.drain()).extracting(Message::body).containsExactly("1", "2");
  }

  @Test
  void aFifoMessageWithoutGroupFailsAlone() {
    var queue = simulator.place(ACCOUNT, OHIO).queue("sweeps.fifo");
    var loose = SendMessageBatchRequestEntry.builder().id("b").messageBody("loose").build();

    var answer =
        sqs.sendMessageBatch(
            r -> r.queueUrl(url("sweeps.fifo")).entries(entry("a", "1", "one"), loose));

    assertThat(answer.failed()).hasSize(1);
    assertThat(answer.failed().getFirst().code()).isEqualTo("MissingParameter");
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void aDelayedMessageIsDrainedWhenItIsVisible() {
    var queue = simulator.place(ACCOUNT, OHIO).queue("polls");
    var later =
        SendMessageBatchRequestEntry.builder().id("a").messageBody("poll").delaySeconds(30).build();
    sqs.sendMessageBatch(r -> r.queueUrl(url("polls")).entries(later));

    assertThat(queue.drain()).isEmpty();
    clock.advance(Duration.ofSeconds(30));
    assertThat(queue.drain()).extracting(Message::body).containsExactly("poll");
  }

  @Test
  void wrongBatchesAreRefused() {
    simulator.place(ACCOUNT, OHIO).queue("polls");
    var many = new ArrayList<SendMessageBatchRequestEntry>();
    for (int i = 0; i < 11; i++) {
      many.add(SendMessageBatchRequestEntry.builder().id("m" + i).messageBody("x").build());
    }

    assertThatThrownBy(
            () -> sqs.sendMessageBatch(r -> r.queueUrl(url("none")).entries(many.getFirst())))
        .isInstanceOf(QueueDoesNotExistException.class);
    assertThatThrownBy(() -> sqs.sendMessageBatch(r -> r.queueUrl(url("polls")).entries(many)))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
    assertThatThrownBy(() ->
            sqs.sendMessageBatch(
                r -> r.queueUrl(url("polls")).entries(many.getFirst(), many.getFirst())))
        .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    assertThatThrownBy(() -> sqs.sendMessageBatch(r -> r.queueUrl(url("polls")).entries(List.of())))
        .isInstanceOf(EmptyBatchRequestException.class);
  }

  @Test
  void parametersUnderAPathAreReturnedInPages() {
    var place = simulator.place(ACCOUNT, OHIO);
    for (int i = 0; i < 12; i++) {
      place.putParameter("/inventory/targets/%012d".formatted(i), "{}");
    }
    place.putParameter("/inventory/targets/defaults/regions", "us-east-2");
    place.putParameter("/inventory-other", "no");
    place.putParameter("/inventory/targets/000000000003", "{\"regions\":[]}");
    try (var ssm = TestClients.of(simulator).ssm()) {
      var first = ssm.getParametersByPath(r -> r.path("/inventory/targets"));
      var all =
          ssm.getParametersByPathPaginator(r -> r.path("/inventory").recursive(true)).stream()
              .flatMap(page -> page.parameters().stream())
              .toList();

      assertThat(first.parameters()).hasSize(10);
      assertThat(first.nextToken()).isNotBlank();
      assertThat(all).hasSize(13);
      var changed = all.stream().filter(p -> p.name().endsWith("3")).findFirst();
      assertThat(changed.map(Parameter::value)).isEqualTo(Optional.of("{\"regions\":[]}"));
      assertThat(changed.map(Parameter::version)).isEqualTo(Optional.of(2L));
      assertThat(changed.map(Parameter::lastModifiedDate)).isEqualTo(Optional.of(clock.instant()));
      assertThatThrownBy(() -> ssm.getParametersByPath(r -> r.path("/inventory").maxResults(11)))
          .isInstanceOf(SsmException.class);
    }
  }

  private String url(String name) {
    return simulator.endpoint() + "/" + ACCOUNT + "/" + name;
  }

  private static SendMessageBatchRequestEntry entry(String id, String body, String deduplication) {
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageBody(body)
        .messageGroupId("group")
        .messageDeduplicationId(deduplication)
        .messageAttributes(
            Map.of(
                "kind",
                MessageAttributeValue.builder().dataType("String").stringValue("sweep").build()))
        .build();
  }
}
