package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.REST_JSON;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.PageFormat;
import dev.bedrockinventory.simulator.world.ImportJob;
import dev.bedrockinventory.simulator.world.ImportRequest;
import dev.bedrockinventory.simulator.world.RegionState;
import dev.bedrockinventory.simulator.world.Regions;
import dev.bedrockinventory.simulator.world.World;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Bedrock's operations on model import jobs. */
final class ModelImportService {
  private static final String JOB_NAME = "[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*";
  private static final String JOB_IDENTIFIER =
      "(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-import-job/[a-z0-9]{12})|("
          + JOB_NAME
          + ")";
  private static final String S3_URI =
      "s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9]"
          + "(?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?";
  private static final String KMS_KEY =
      "(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))"
          + "|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)";
  private static final String REQUEST_TOKEN = "[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?";
  private static final int DEFAULT_PAGE = 100;

  private final World world;
  private final InstantSource clock;

  ModelImportService(World world, InstantSource clock) {
    this.world = world;
    this.clock = clock;
  }

  List<ApiOperation> operations() {
    var listing = new PageFormat("modelImportJobSummaries", "nextToken", "jobArn");
    return List.of(
        ApiOperation.on("CreateModelImportJob", REST_JSON, "importedModelName", this::create),
        ApiOperation.on("GetModelImportJob", REST_JSON, "jobIdentifier", this::get),
        ApiOperation.listing("ListModelImportJobs", REST_JSON, listing, this::list));
  }

  private Answer create(Invocation invocation) {
    var place = CallerAccess.ofImport(world, invocation);
    var input = new RequestInput(invocation.parameters());
    String jobName = input.required("jobName", 1, 63, JOB_NAME);
    String modelName = input.required("importedModelName", 1, 63, "([0-9a-zA-Z][_-]?)+");
    String roleArn =
        input.required("roleArn", 0, 2048, "arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+");
    input.require("modelDataSource");
    String source = input.required("modelDataSource.s3DataSource.s3Uri", 1, 1024, S3_URI);
    var key = input.text("importedModelKmsKeyId", 1, 2048, KMS_KEY);
    var token = input.text("clientRequestToken", 1, 256, REQUEST_TOKEN);
    var modelTags = input.tags("importedModelTags");
    var jobTags = input.tags("jobTags");
    input.check();

    var job =
        place.startImport(
            new ImportRequest(
                jobName,
                modelName,
                roleArn,
                source,
                key.map(id -> keyArn(place, id)),
                input.any("vpcConfig"),
                jobTags,
                modelTags,
                token));
    return new Answer.Json(201, Json.object().put("jobArn", job.arn()));
  }

  /** Turns a key id into an ARN; an ARN or an alias is returned unchanged. */
  private static String keyArn(RegionState place, String key) {
    return key.contains("/")
        ? key
        : "arn:%s:kms:%s:%s:key/%s"
            .formatted(Regions.partition(place.region()), place.region(), place.account(), key);
  }

  private Answer get(Invocation invocation) {
    var place = CallerAccess.ofImport(world, invocation);
    var input = new RequestInput(invocation.parameters());
    String identifier = input.required("jobIdentifier", 0, 1011, JOB_IDENTIFIER);
    input.check();
    CallerAccess.own(invocation, identifier);
    var job =
        place.importJobs().stream()
            .filter(each ->
                each.arn().equals(identifier)
                    || each.arn().endsWith("/" + identifier)
                    || each.name().equals(identifier))
            .findFirst()
            .orElseThrow(CallerAccess::notFound);
    return new Answer.Json(200, job.detail(clock.instant()));
  }

  private Answer list(Invocation invocation) {
    var place = CallerAccess.ofImport(world, invocation);
    var input = new RequestInput(invocation.parameters());
    int size = input.integer("maxResults", 1, 1000, DEFAULT_PAGE);
    var token = input.nextToken();
    var contained = input.text("nameContains", 1, 63, JOB_NAME);
    var after = input.instant("creationTimeAfter");
    var before = input.instant("creationTimeBefore");
    var status = input.choice("statusEquals", "InProgress", "Completed", "Failed");
    input.choice("sortBy", "CreationTime");
    var order = input.choice("sortOrder", "Ascending", "Descending").orElse("Ascending");
    input.check();

    var now = clock.instant();
    var jobs =
        order.equals("Ascending")
            ? new TreeMap<String, ImportJob>()
            : new TreeMap<String, ImportJob>(Collections.reverseOrder());
    place.importJobs().stream()
        .filter(job -> contained.map(job.name()::contains).orElse(true))
        .filter(job -> after.map(job.createdAt()::isAfter).orElse(true))
        .filter(job -> before.map(job.createdAt()::isBefore).orElse(true))
        .filter(job -> status.map(job.status(now)::equals).orElse(true))
        .forEach(job -> jobs.put(Times.sortable(job.createdAt()) + job.arn(), job));
    String query = invocation.operation() + contained + after + before + status + order;
    var page = Paginator.page(query, jobs, token, size);

    var body = Json.object();
    var summaries = body.putArray("modelImportJobSummaries");
    page.items().forEach(job -> summaries.add(job.summary(now)));
    page.nextToken().ifPresent(next -> body.put("nextToken", next));
    return new Answer.Json(200, body);
  }
}
