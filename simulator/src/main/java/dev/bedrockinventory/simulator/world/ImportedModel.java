package dev.bedrockinventory.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One imported model as the service holds it; its tags are kept by its {@link RegionState}.
 *
 * @param arn with {@code imported-model/} and twelve small letters and digits
 * @param architecture such as {@code LlamaForCausalLM}
 * @param jobName of the job that imported it
 * @param source the {@code s3://} address of its weights
 * @param kmsKeyArn absent when it is encrypted with a key of the service
 * @param units custom model units for each copy
 * @param unitsVersion such as {@code v1.0}
 * @param extra members that the API does not document, returned by Get and List
 */
public record ImportedModel(
    String arn,
    String name,
    Instant creationTime,
    boolean instructSupported,
    String architecture,
    String jobName,
    String jobArn,
    String source,
    Optional<String> kmsKeyArn,
    int units,
    String unitsVersion,
    Map<String, JsonNode> extra) {

  static final String ARCHITECTURE = "LlamaForCausalLM";
  static final String UNITS_VERSION = "v1.0";

  /** Copies the members, so that a model never changes. */
  public ImportedModel {
    extra = Collections.unmodifiableMap(new TreeMap<>(extra));
  }

  /** The same with other custom model units. */
  public ImportedModel withUnits(int count, String version) {
    return new ImportedModel(
        arn,
        name,
        creationTime,
        instructSupported,
        architecture,
        jobName,
        jobArn,
        source,
        kmsKeyArn,
        count,
        version,
        extra);
  }

  /** The same with one member that the API does not document. */
  public ImportedModel withExtra(String member, JsonNode value) {
    var members = new TreeMap<>(extra);
    members.put(member, value);
    return new ImportedModel(
        arn,
        name,
        creationTime,
        instructSupported,
        architecture,
        jobName,
        jobArn,
        source,
        kmsKeyArn,
        units,
        unitsVersion,
        members);
  }

  /** The end of the ARN. */
  public String id() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  boolean is(String identifier) {
    return arn.equals(identifier) || id().equals(identifier) || name.equals(identifier);
  }

  /** The summary in the list: five members. */
  public ObjectNode summary() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("modelArn", arn);
    json.put("modelName", name);
    json.put("creationTime", creationTime.toString());
    json.put("instructSupported", instructSupported);
    json.put("modelArchitecture", architecture);
    extra.forEach((member, value) -> json.set(member, value.deepCopy()));
    return json;
  }

  /** The response of Get: the summary's five members and five more. */
  public ObjectNode detail() {
    var json = summary();
    json.put("jobName", jobName);
    json.put("jobArn", jobArn);
    json.putObject("modelDataSource").putObject("s3DataSource").put("s3Uri", source);
    kmsKeyArn.ifPresent(key -> json.put("modelKmsKeyArn", key));
    json.putObject("customModelUnits")
        .put("customModelUnitsPerModelCopy", units)
        .put("customModelUnitsVersion", unitsVersion);
    return json;
  }
}
