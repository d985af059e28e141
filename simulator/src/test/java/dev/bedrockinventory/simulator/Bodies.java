package dev.bedrockinventory.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;

/** Keeps the bodies that clients receive, as they are. */
record Bodies(List<String> bodies) implements ExecutionInterceptor {
  static BedrockClient recording(TestClients clients, List<String> bodies) {
    return clients.bedrock(new Bodies(bodies));
  }

  static ResourceGroupsTaggingApiClient recordingTags(TestClients clients, List<String> bodies) {
    return clients.tagging(new Bodies(bodies));
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    return context
        .responseBody()
        .map(body -> {
          try {
            byte[] bytes = body.readAllBytes();
            bodies.add(new String(bytes, StandardCharsets.UTF_8));
            return new ByteArrayInputStream(bytes);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
