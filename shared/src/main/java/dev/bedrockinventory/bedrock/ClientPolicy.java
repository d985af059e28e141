package dev.bedrockinventory.bedrock;

import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Retries and timeouts of the AWS clients of a {@link BedrockSource}; wiring builds them with its
 * {@link #configuration}.
 *
 * @param attempts the maximum number of attempts of one call, at least 1
 * @param backoff the longest pause before the first retry; it doubles with each, up to {@link
 *     #LONGEST_BACKOFF}; zero for none
 * @param throttlingBackoff the same after throttling
 * @param attemptTimeout the timeout of one attempt
 * @param callTimeout the timeout of a call with all its attempts and pauses
 */
public record ClientPolicy(
    int attempts,
    Duration backoff,
    Duration throttlingBackoff,
    Duration attemptTimeout,
    Duration callTimeout) {
  /** The longest pause between two attempts. */
  public static final Duration LONGEST_BACKOFF = Duration.ofSeconds(20);

  private static final String USER_AGENT_SUFFIX = "bedrock-inventory";

  /** The policy for real accounts. */
  public static ClientPolicy standard() {
    return new ClientPolicy(
        5,
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1));
  }

  /** The same with another maximum number of attempts, at least 1. */
  public ClientPolicy withAttempts(int maximum) {
    return new ClientPolicy(maximum, backoff, throttlingBackoff, attemptTimeout, callTimeout);
  }

  /**
   * The configuration of a client: retries, timeouts, the suffix of the user agent, and the
   * interceptor that keeps the body of each response and counts the attempts.
   */
  public ClientOverrideConfiguration configuration() {
    return configuration(InstantSource.system());
  }

  /** The same, with another clock than this computer's. */
  ClientOverrideConfiguration configuration(InstantSource clock) {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(retryStrategy())
        .apiCallAttemptTimeout(attemptTimeout)
        .apiCallTimeout(callTimeout)
        .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, USER_AGENT_SUFFIX)
        .addExecutionInterceptor(new RawBodyInterceptor(clock))
        .build();
  }

  private RetryStrategy retryStrategy() {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(attempts)
        .backoffStrategy(growing(backoff))
        .throttlingBackoffStrategy(growing(throttlingBackoff))
        .build();
  }

  private static BackoffStrategy growing(Duration first) {
    return first.isZero()
        ? BackoffStrategy.retryImmediately()
        : BackoffStrategy.exponentialDelay(first, LONGEST_BACKOFF);
  }
}
