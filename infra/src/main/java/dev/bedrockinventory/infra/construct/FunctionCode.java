package dev.bedrockinventory.infra.construct;

import java.util.Map;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * What all functions have in common.
 *
 * @param code the artefact
 * @param environment the settings
 * @param logRetention how long logs are kept
 * @param snapStart whether they start from a snapshot
 */
public record FunctionCode(
    Code code, Map<String, String> environment, RetentionDays logRetention, boolean snapStart) {
  public FunctionCode {
    environment = Map.copyOf(environment);
  }
}
