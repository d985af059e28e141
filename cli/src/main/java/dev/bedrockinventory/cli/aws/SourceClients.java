package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.bedrock.BedrockSource;
import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.bedrock.Pacer;
import dev.bedrockinventory.sweep.Source;
import java.time.InstantSource;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;

/**
 * The clients of one account and region with their shared pacer, open during a sweep.
 *
 * @param bedrock built with {@link ClientPolicy#configuration}, as the other
 * @param tagging the tagging service's
 * @param pacer the shared pacer
 * @param clock stamps responses
 */
public record SourceClients(
    BedrockClient bedrock, ResourceGroupsTaggingApiClient tagging, Pacer pacer, InstantSource clock)
    implements AutoCloseable {
  /** Creates a source. */
  public Source source() {
    return new BedrockSource(bedrock, tagging, pacer, clock);
  }

  @Override
  public void close() {
    bedrock.close();
    tagging.close();
  }
}
