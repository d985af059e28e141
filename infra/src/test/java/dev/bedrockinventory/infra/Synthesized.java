package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.hub.InventoryStack;
import dev.bedrockinventory.infra.member.MemberStack;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

/**
 * The stacks of {@code cdk.json}, synthesized once for all tests, with the findings of cdk-nag.
 *
 * @param template the CloudFormation template
 * @param member the template of member accounts and further regions
 * @param stackTags the tags of the stacks themselves
 * @param findings the findings of cdk-nag and of the CDK itself, including warnings
 */
record Synthesized(
    Template template, Template member, List<String> stackTags, List<String> findings) {
  /** The artifact that Lambda runs; module functions has packaged it before these tests run. */
  static final Path ARTIFACT = Path.of(System.getProperty("inventory.artifact", ""));

  /** The file {@code cdk.json}. */
  static final Path CONTEXT = Path.of(System.getProperty("inventory.context", ""));

  private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target");
  private static final AtomicInteger SYNTHESES = new AtomicInteger();
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The context that the CDK command line adds, so that the templates are those of a deployment.
   */
  private static final Map<String, Boolean> COMMAND_LINE_CONTEXT =
      Map.of("aws:cdk:enable-path-metadata", true, "aws:cdk:enable-asset-metadata", true);

  /** The first test that needs the templates synthesizes them. */
  private static final class Once {
    private static final Synthesized STACK = synthesize(context());
  }

  static Synthesized once() {
    return Once.STACK;
  }

  /** The first test that needs the templates of an organization synthesizes them. */
  private static final class OfOrganization {
    private static final Synthesized STACK = with(Map.of("organization", "o-a1b2c3d4e5"));
  }

  static Synthesized ofOrganization() {
    return OfOrganization.STACK;
  }

  /** Synthesizes the context of {@code cdk.json} with changes; cdk-nag must find nothing. */
  static Synthesized with(Map<String, ?> changes) {
    var context = context();
    context.putAll(changes);
    var synthesized = synthesize(context);
    if (!synthesized.findings().isEmpty()) {
      throw new AssertionError(changes + ": " + synthesized.findings());
    }
    return synthesized;
  }

  /** The context of {@code cdk.json}. */
  static SortedMap<String, Object> context() {
    var context = new TreeMap<String, Object>();
    read(CONTEXT)
        .path("context")
        .properties()
        .forEach(entry ->
            context.put(entry.getKey(), JSON.convertValue(entry.getValue(), Object.class)));
    return context;
  }

  /** Synthesizes another context. */
  static Synthesized synthesize(Map<String, Object> context) {
    var folder = FOLDER.resolve("cdk.out-" + SYNTHESES.incrementAndGet());
    var app =
        new App(
            AppProps.builder()
                .analyticsReporting(false)
                .outdir(folder.toString())
                .context(COMMAND_LINE_CONTEXT)
                .build());
    var deployment = DeploymentConfig.read(key -> Optional.ofNullable(context.get(key)), ARTIFACT);
    new InventoryStack(app, deployment);
    new MemberStack(app, deployment);
    var props = NagPackProps.builder().verbose(true).build();
    Aspects.of(app).add(new AwsSolutionsChecks(props));
    Aspects.of(app).add(new ServerlessChecks(props));
    app.synth();
    return new Synthesized(
        new Template(read(folder.resolve("Inventory.template.json"))),
        new Template(read(folder.resolve("Member.template.json"))),
        stackTags(read(folder.resolve("manifest.json"))),
        Stream.concat(
                Stream.of("Inventory", "Member")
                    .flatMap(
                        stack -> findings(read(folder.resolve(stack + ".metadata.json"))).stream()),
                violations(read(folder.resolve("validation-report.json"))))
            .toList());
  }

  private static List<String> stackTags(JsonNode manifest) {
    var tags = new ArrayList<String>();
    for (var stack : List.of("Inventory", "Member")) {
      var artifact = manifest.path("artifacts").path(stack);
      if (!artifact.path("type").asText().equals("aws:cloudformation:stack")) {
        throw new AssertionError("missing stack '%s': %s".formatted(stack, manifest));
      }
      artifact
          .path("properties")
          .path("tags")
          .properties()
          .forEach(tag -> tags.add(stack + ": " + tag.getKey()));
    }
    return tags;
  }

  /** The findings in the metadata of constructs. */
  private static List<String> findings(JsonNode metadata) {
    var findings = new ArrayList<String>();
    metadata
        .properties()
        .forEach(construct ->
            construct
                .getValue()
                .forEach(entry -> {
                  var type = entry.path("type").asText();
                  if (type.equals("aws:cdk:error") || type.equals("aws:cdk:warning")) {
                    findings.add(construct.getKey() + ": " + entry.path("data").asText());
                  }
                }));
    return findings;
  }

  /** The violations that the CDK's own validation reports, without the acknowledged ones. */
  private static Stream<String> violations(JsonNode report) {
    return report
        .path("pluginReports")
        .valueStream()
        .flatMap(plugin -> plugin.path("violations").valueStream())
        .map(violation -> violation.path("description").asText());
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
