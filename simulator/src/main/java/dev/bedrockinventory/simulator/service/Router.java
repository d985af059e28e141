package dev.bedrockinventory.simulator.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Authenticator;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.Protocol;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.wire.Request;
import dev.bedrockinventory.simulator.world.Ids;
import dev.bedrockinventory.simulator.world.World;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the operation that a request means: by the header {@code X-Amz-Target} in the JSON
 * protocols, by the form parameter {@code Action} in the query protocol, else by the methods and
 * paths of Bedrock and Account Management.
 */
public final class Router {
  private static final List<Route> ROUTES =
      List.of(
          new Route("GET", "/inference-profiles", "", "ListInferenceProfiles"),
          new Route("POST", "/inference-profiles", "", "CreateInferenceProfile"),
          new Route(
              "GET", "/inference-profiles", "inferenceProfileIdentifier", "GetInferenceProfile"),
          new Route(
              "DELETE",
              "/inference-profiles",
              "inferenceProfileIdentifier",
              "DeleteInferenceProfile"),
          new Route("GET", "/imported-models", "", "ListImportedModels"),
          new Route("GET", "/imported-models", "modelIdentifier", "GetImportedModel"),
          new Route("DELETE", "/imported-models", "modelIdentifier", "DeleteImportedModel"),
          new Route("POST", "/model-import-jobs", "", "CreateModelImportJob"),
          new Route("GET", "/model-import-jobs", "", "ListModelImportJobs"),
          new Route("GET", "/model-import-jobs", "jobIdentifier", "GetModelImportJob"),
          new Route("POST", "/listTagsForResource", "", "ListTagsForResource"),
          new Route("POST", "/tagResource", "", "TagResource"),
          new Route("POST", "/untagResource", "", "UntagResource"),
          new Route("POST", "/listRegions", "", "ListRegions"));

  private final Map<String, ApiOperation> operations = new HashMap<>();

  /** Routes to the operations of every service of one world. */
  public Router(World world, Authenticator callers, InstantSource clock, Ids ids) {
    Stream.of(
            new InferenceProfileService(world).operations(),
            new ImportedModelService(world).operations(),
            new ModelImportService(world, clock).operations(),
            new BedrockTagService(world).operations(),
            new TokenService(callers, clock, ids).operations(),
            new TaggingService(world).operations(),
            new ParameterService(world).operations(),
            new OrganizationService(world).operations(),
            new AccountService(world).operations(),
            new QueueService(world).operations(),
            new EventService(world, clock, ids).operations())
        .flatMap(List::stream)
        .forEach(operation -> operations.put(operation.name(), operation));
  }

  /**
   * @param label the parameter in the rest of the path; empty if there is none
   */
  private record Route(String method, String path, String label, String operation) {
    boolean fits(Request request) {
      if (!request.method().equals(method)) {
        return false;
      }
      return label.isEmpty()
          ? request.path().equals(path) || request.path().equals(path + "/")
          : request.path().startsWith(path + "/") && request.path().length() > path.length() + 1;
    }
  }

  /**
   * The operation and parameters of a request.
   *
   * @param operation absent if there is no such operation
   */
  public record Meaning(
      Protocol dialect, Optional<ApiOperation> operation, ObjectNode parameters) {}

  /**
   * Finds the operation and parameters of this request.
   *
   * @throws Refusal if its body cannot be read
   */
  public Meaning meaning(Request request) {
    var target = request.header("x-amz-target");
    if (target.isPresent()) {
      var dialect = target.get().startsWith("AmazonSQS.") ? Protocol.JSON_1_0 : Protocol.JSON_1_1;
      String name = target.get().substring(target.get().lastIndexOf('.') + 1);
      return new Meaning(dialect, find(name, dialect), Json.parse(request.body()));
    }
    boolean form =
        request
            .header("content-type")
            .map(type -> type.startsWith("application/x-www-form-urlencoded"))
            .orElse(false);
    if (form) {
      var parameters = Json.object();
      Request.form(request.body()).forEach(parameters::put);
      return new Meaning(
          Protocol.QUERY, find(parameters.path("Action").asText(), Protocol.QUERY), parameters);
    }
    return ROUTES.stream()
        .filter(route -> route.fits(request))
        .findFirst()
        .map(route -> rest(route, request))
        .orElseGet(() -> new Meaning(Protocol.REST_JSON, Optional.empty(), Json.object()));
  }

  private Meaning rest(Route route, Request request) {
    var parameters = Json.parse(request.body());
    request.query().forEach(parameters::put);
    if (!route.label().isEmpty()) {
      String rest = request.path().substring(route.path().length() + 1);
      parameters.put(route.label(), Request.decodePath(rest));
    }
    return new Meaning(Protocol.REST_JSON, find(route.operation(), Protocol.REST_JSON), parameters);
  }

  private Optional<ApiOperation> find(String name, Protocol dialect) {
    return Optional.ofNullable(operations.get(name))
        .filter(operation -> operation.dialect() == dialect);
  }
}
