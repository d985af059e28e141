package dev.bedrockinventory.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.normalize.Operation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

final class ApiCallerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:20:00.123Z");

  private final ApiCaller caller =
      new ApiCaller(
          Region.US_EAST_2, new Pacer(1000, () -> NOW, pause -> {}), () -> NOW.plusNanos(456));

  @Test
  void theBodyIsTheAnswerToTheMillisecond() {
    var answer = call("{\"tags\":[]}".getBytes(StandardCharsets.UTF_8));

    assertThat(answer)
        .isEqualTo(new ReadResult.Found<>(CanonicalJson.parse("{\"tags\":[]}"), NOW, List.of()));
  }

  @Test
  void aBodyThatIsNotUtf8IsMalformed() {
    var body = new ByteArrayOutputStream();
    body.writeBytes("{\"name\":\"".getBytes(StandardCharsets.UTF_8));
    body.write(0xE9);
    body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(call(body.toByteArray()))
        .asInstanceOf(type(ReadResult.Failed.class))
        .satisfies(failed -> assertThat(failed.failure().reason()).isEqualTo(Reason.MALFORMED));
  }

  @Test
  void whatAnEarlierAttemptWasAnsweredDoesNotCount() {
    var answer =
        caller.call(
            Operation.LIST_IMPORTED_MODELS,
            Optional.empty(),
            configuration -> {
              var exchange = configuration.executionAttributes().getAttribute(Exchange.ATTRIBUTE);
              exchange.attempt();
              exchange.answered("<html>".getBytes(StandardCharsets.UTF_8));
              exchange.attempt();
              throw SdkClientException.create("the connection broke off");
            });

    assertThat(answer)
        .asInstanceOf(type(ReadResult.Failed.class))
        .satisfies(failed -> assertThat(failed.failure().reason()).isEqualTo(Reason.UNAVAILABLE));
    assertThat(caller.calls()).containsEntry("ListImportedModels", 2);
  }

  @Test
  void eachAttemptCountsInTheRateOfCalls() {
    var pauses = new ArrayList<Duration>();
    var paced = new ApiCaller(Region.US_EAST_2, new Pacer(2, () -> NOW, pauses::add), () -> NOW);
    paced.call(
        Operation.LIST_IMPORTED_MODELS,
        Optional.empty(),
        configuration -> {
          var exchange = configuration.executionAttributes().getAttribute(Exchange.ATTRIBUTE);
          exchange.attempt();
          exchange.attempt();
          exchange.answered("{}".getBytes(StandardCharsets.UTF_8));
        });

    paced.call(
        Operation.LIST_IMPORTED_MODELS,
        Optional.empty(),
        configuration ->
            configuration
                .executionAttributes()
                .getAttribute(Exchange.ATTRIBUTE)
                .answered("{}".getBytes(StandardCharsets.UTF_8)));

    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  private ReadResult<JsonNode> call(byte[] body) {
    return caller.call(
        Operation.LIST_TAGS_FOR_RESOURCE,
        Optional.empty(),
        configuration -> {
          var exchange = configuration.executionAttributes().getAttribute(Exchange.ATTRIBUTE);
          exchange.attempt();
          exchange.answered(body);
        });
  }
}
