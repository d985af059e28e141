package dev.bedrockinventory.normalize;

import static dev.bedrockinventory.normalize.Shape.Scalar.FLAG;
import static dev.bedrockinventory.normalize.Shape.Scalar.INSTANT;
import static dev.bedrockinventory.normalize.Shape.Scalar.NUMBER;
import static dev.bedrockinventory.normalize.Shape.Scalar.TEXT;

import dev.bedrockinventory.normalize.Shape.ListOf;
import dev.bedrockinventory.normalize.Shape.Members;
import dev.bedrockinventory.normalize.Shape.SetOf;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of member rules: the modeled members of API responses, their types, and which arrays
 * are sets. A test compares it with the model classes of the AWS SDK.
 */
public final class MemberRules {
  private static final Members PROFILE =
      new Members(
          Map.of(
              "inferenceProfileName", TEXT,
              "description", TEXT,
              "createdAt", INSTANT,
              "updatedAt", INSTANT,
              "inferenceProfileArn", TEXT,
              "models", new SetOf("modelArn", new Members(Map.of("modelArn", TEXT))),
              "inferenceProfileId", TEXT,
              "status", TEXT,
              "type", TEXT));

  private static final Members IMPORTED_MODEL_SUMMARY =
      new Members(
          Map.of(
              "modelArn", TEXT,
              "modelName", TEXT,
              "creationTime", INSTANT,
              "instructSupported", FLAG,
              "modelArchitecture", TEXT));

  private static final Members IMPORTED_MODEL =
      new Members(
          Map.of(
              "modelArn", TEXT,
              "modelName", TEXT,
              "creationTime", INSTANT,
              "instructSupported", FLAG,
              "modelArchitecture", TEXT,
              "jobName", TEXT,
              "jobArn", TEXT,
              "modelDataSource",
                  new Members(Map.of("s3DataSource", new Members(Map.of("s3Uri", TEXT)))),
              "modelKmsKeyArn", TEXT,
              "customModelUnits",
                  new Members(
                      Map.of(
                          "customModelUnitsPerModelCopy", NUMBER,
                          "customModelUnitsVersion", TEXT))));

  private static final Members MODEL_IMPORT_JOB =
      new Members(
          Map.ofEntries(
              Map.entry("jobArn", TEXT),
              Map.entry("jobName", TEXT),
              Map.entry("importedModelName", TEXT),
              Map.entry("importedModelArn", TEXT),
              Map.entry("roleArn", TEXT),
              Map.entry(
                  "modelDataSource",
                  new Members(Map.of("s3DataSource", new Members(Map.of("s3Uri", TEXT))))),
              Map.entry("status", TEXT),
              Map.entry("failureMessage", TEXT),
              Map.entry("creationTime", INSTANT),
              Map.entry("lastModifiedTime", INSTANT),
              Map.entry("endTime", INSTANT),
              Map.entry(
                  "vpcConfig",
                  new Members(
                      Map.of("subnetIds", new ListOf(TEXT), "securityGroupIds", new ListOf(TEXT)))),
              Map.entry("importedModelKmsKeyArn", TEXT)));

  private static final Members TAGS =
      new Members(
          Map.of("tags", new SetOf("key", new Members(Map.of("key", TEXT, "value", TEXT)))));

  /** The tagging service writes its members with a capital letter. */
  private static final Members TAG_MAPPING =
      new Members(
          Map.of(
              "ResourceARN",
              TEXT,
              "Tags",
              new SetOf("Key", new Members(Map.of("Key", TEXT, "Value", TEXT))),
              "ComplianceDetails",
              new Members(
                  Map.of(
                      "NoncompliantKeys", new ListOf(TEXT),
                      "KeysWithNoncompliantValues", new ListOf(TEXT),
                      "ComplianceStatus", FLAG))));

  private MemberRules() {}

  /** The modeled members of one resource; without pages the response is the resource. */
  static Members resource(Operation operation) {
    return switch (operation) {
      case LIST_INFERENCE_PROFILES, GET_INFERENCE_PROFILE -> PROFILE;
      case LIST_IMPORTED_MODELS -> IMPORTED_MODEL_SUMMARY;
      case GET_IMPORTED_MODEL -> IMPORTED_MODEL;
      case GET_MODEL_IMPORT_JOB -> MODEL_IMPORT_JOB;
      case LIST_TAGS_FOR_RESOURCE -> TAGS;
      case GET_RESOURCES -> TAG_MAPPING;
    };
  }

  /** The modeled members of a response. */
  static Members answer(Operation operation) {
    var resource = resource(operation);
    return operation
        .paging()
        .map(page -> Map.of(page.resources(), new ListOf(resource), page.token(), TEXT))
        .map(Members::new)
        .orElse(resource);
  }

  /**
   * The member that identifies the elements of a set, if the array at this path of a document is a
   * set; any other array is a list, whose order is significant. The elements of a set are objects,
   * but one may lack its key, and two may share one: nothing that the API returned is dropped.
   *
   * @param path the member's path, such as {@code models} or {@code outer.inner}
   */
  public static Optional<String> setKey(String path) {
    return Stream.of(PROFILE, IMPORTED_MODEL)
        .flatMap(members -> shape(members, path).stream())
        .flatMap(shape -> shape instanceof SetOf set ? Stream.of(set.key()) : Stream.empty())
        .findFirst();
  }

  private static Optional<Shape> shape(Shape from, String path) {
    if (!(from instanceof Members members)) {
      return Optional.empty();
    }
    var dot = path.indexOf('.');
    return dot < 0
        ? Optional.ofNullable(members.known().get(path))
        : Optional.ofNullable(members.known().get(path.substring(0, dot)))
            .flatMap(inner -> shape(inner, path.substring(dot + 1)));
  }
}
