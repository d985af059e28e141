package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.config.InvalidContextException;
import dev.bedrockinventory.infra.config.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContextTest {
  @ParameterizedTest
  @MethodSource("keys")
  void theMessageNamesTheKeyOfAMissingValue(String key) {
    var context = new HashMap<>(Synthesized.context());
    context.remove(key);

    assertThatThrownBy(() -> read(context))
        .isInstanceOf(InvalidContextException.class)
        .hasMessageStartingWith("cdk.json: context key '" + key + "' is missing; set it to ")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "stack, 9",
    "stack, aws-inventory",
    "stack, AWSinventory",
    "stack, ssm-inventory",
    "region, us-nowhere-1",
    "region, US-EAST-1",
    "schedule, every morning",
    "schedule, cron(0 8 * * ? *)",
    "schedule, rate(0 minutes)",
    "schedule, rate(4 minutes)",
    "schedule, rate(13 hours)",
    "snapStart, maybe",
    "sweepConcurrency, 1",
    "sweepConcurrency, 1001",
    "callsPerSecond, 0",
    "externalId, two words",
    "externalId, 'old,new'",
    "organization, ''",
    "organization, o-short",
    "organization, 111122223333",
    "memberAccounts, 1111-2222-3333",
    "memberAccounts, '111122223333,'",
    "terminationProtection, maybe",
    "table, bedrock-inventory-restored",
    "table, arn:aws:dynamodb:us-east-2:111122223333:table/restored",
    "table, arn:aws:sqs:us-east-2:111122223333:table/restored/stream/2026-11-27T12:00:00.000",
    "encryptionKey, alias/mine",
    "encryptionKey, arn:aws:kms:us-east-2:111122223333:alias/mine",
    "refreshConcurrency, 1",
    "stack, a-name-of-a-stack-that-is-far-too-long-41",
    "logRetentionDays, 31",
    "massDeletion, -1",
    "staleScopes, -1",
    "staleShare, 101",
    "newlyRefused, some",
    "oldestHours, 0",
    "targetsLost, 10%",
    "changesWithoutAuthor, 1.5",
    "notify, everybody",
    "notify, 'audit@example.com,'",
    "notify, arn:aws:sns:us-east-2:111122223333:changes.fifo",
    "notify, '[\"audit@example.com\"]'",
    "notify, Audit <audit@example.com>",
    "notify, arn:aws:sqs:us-east-2:111122223333:changes",
    "notifyFilter, DELETED",
    "notifyFilter, '[]'",
    "notifyFilter, '{\"change\":\"DELETED\"}'",
    "notifyFilter, '{\"change\":[]}'",
    "notifyFilter, '{\"document\":{}}'",
    "notifyFilter, '{\"who\":[\"alice\"]}'",
  })
  void theMessageNamesTheKeyAndAnInvalidValue(String key, String value) {
    var context = new HashMap<>(Synthesized.context());
    context.put(key, value);

    assertThatThrownBy(() -> read(context))
        .isInstanceOf(InvalidContextException.class)
        .hasMessageStartingWith(
            "cdk.json: context key '%s' is '%s'; set it to ".formatted(key, value))
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us-gov-west-1",
        "cn-north-1",
        "us-iso-east-1",
        "us-isob-east-1",
        "eusc-de-east-1",
        "ap-east-2",
        "ap-southeast-6"
      })
  void snapStartIsRejectedInARegionWithoutIt(String region) {
    var context = new HashMap<>(Synthesized.context());
    context.put("region", region);

    assertThatThrownBy(() -> read(context))
        .hasMessage(
            "cdk.json: context key 'snapStart' is 'true', but Lambda does not support SnapStart in"
                + " %s;".formatted(region)
                + " set it to false");
    context.put("snapStart", false);
    assertThat(read(context).region()).contains(region);
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "eu-central-2", "mx-central-1", "here"})
  void snapStartIsAcceptedInARegionThatMaySupportIt(String region) {
    var context = new HashMap<>(Synthesized.context());
    context.put("region", region);

    assertThat(read(context).snapStart()).isTrue();
  }

  @Test
  void aTopicOfAnotherRegionIsRejected() {
    var context = new HashMap<>(Synthesized.context());
    context.put("notify", "arn:aws:sns:us-east-2:111122223333:changes");
    context.put("region", "us-west-2");

    assertThatThrownBy(() -> read(context))
        .hasMessageContaining(
            "'notify' is a topic in us-east-2, but the stack is deployed to us-west-2");
    context.put("region", "us-east-2");
    assertThat(read(context).notifications()).isPresent();
  }

  @Test
  void aKeyOfAnotherRegionIsRejected() {
    var context = new HashMap<>(Synthesized.context());
    context.put("encryptionKey", EncryptionTest.KEY);
    context.put("region", "us-west-2");

    assertThatThrownBy(() -> read(context))
        .hasMessageContaining(
            "'encryptionKey' is a key in us-east-2, but the stack is deployed to us-west-2");
  }

  @Test
  void aTableOfAnotherRegionIsRejected() {
    var context = new HashMap<>(Synthesized.context());
    context.put("table", AdoptedTableTest.STREAM);
    context.put("region", "us-west-2");

    assertThatThrownBy(() -> read(context))
        .hasMessageContaining(
            "'table' is a table in us-east-2, but the stack is deployed to us-west-2");
    context.put("region", "us-east-2");
    assertThat(read(context).region()).contains("us-east-2");
  }

  @ParameterizedTest
  @CsvSource({"rate(5 minutes), 5", "rate(1 hour), 60", "rate(12 hours), 720"})
  void aRateIsParsed(String expression, long minutes) {
    assertThat(Schedule.parse(expression).length()).isEqualTo(Duration.ofMinutes(minutes));
  }

  private static Set<String> keys() {
    return Synthesized.context().keySet();
  }

  private static DeploymentConfig read(Map<String, Object> context) {
    return DeploymentConfig.read(
        key -> Optional.ofNullable(context.get(key)), Path.of("functions.zip"));
  }
}
