package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SweepTaskTest {
  private static final SweepTask TASK =
      new SweepTask(
          new Scope("444455556666", "eu-central-1", Kind.SYSTEM_INFERENCE_PROFILE),
          Instant.parse("2026-03-01T09:00:00.120Z"),
          Optional.of("BedrockInventoryReader2"),
          false);

  @Test
  void aTaskIsReadAsItWasSent() {
    assertThat(SweepTask.parse(TASK.json())).isEqualTo(TASK);
  }

  @Test
  void theDeduplicationIdContainsScopeAndTimeWithinTheLimitOfTheQueue() {
    assertThat(TASK.deduplicationId())
        .isEqualTo("444455556666#eu-central-1#system-inference-profile#2026-03-01T09:00:00.120Z")
        .hasSizeLessThanOrEqualTo(128);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "{\"account\":\"4444\",\"region\":\"eu-central-1\",\"kind\":\"imported-model\","
            + "\"plannedAt\":\"2026-03-01T09:00:00Z\"}",
        "{\"account\":\"444455556666\",\"region\":\"Frankfurt\",\"kind\":\"imported-model\","
            + "\"plannedAt\":\"2026-03-01T09:00:00Z\"}",
        "{\"account\":\"444455556666\",\"region\":\"eu-central-1\",\"kind\":\"model\","
            + "\"plannedAt\":\"2026-03-01T09:00:00Z\"}",
        "{\"account\":\"444455556666\",\"region\":\"eu-central-1\",\"kind\":\"imported-model\","
            + "\"plannedAt\":\"soon\"}",
        "{\"account\":\"444455556666\",\"region\":\"eu-central-1\",\"kind\":\"imported-model\"}",
      })
  void whatIsNoTaskIsRefused(String body) {
    assertThatThrownBy(() -> SweepTask.parse(body)).isInstanceOf(IllegalArgumentException.class);
  }
}
