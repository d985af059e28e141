package dev.bedrockinventory.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The records of the only stream of DynamoDB Local, in the format of Lambda's event. */
public final class TableStream {
  private final DynamoDbStreamsClient client;

  /** A reader of the streams that this client reaches, which it leaves open. */
  public TableStream(DynamoDbStreamsClient client) {
    this.client = client;
  }

  /** All records of this table's stream, oldest first. */
  public List<JsonNode> records(String table) {
    var arn =
        client
            .listStreams(ListStreamsRequest.builder().tableName(table).build())
            .streams()
            .getFirst()
            .streamArn();
    return client
        .describeStream(DescribeStreamRequest.builder().streamArn(arn).build())
        .streamDescription()
        .shards()
        .stream()
        .flatMap(shard -> records(arn, shard.shardId()).stream())
        .map(record -> json(record, arn))
        .toList();
  }

  /** An event with these records. */
  public static String event(List<JsonNode> records) {
    var event = JsonNodeFactory.instance.objectNode();
    event.putArray("Records").addAll(records);
    return event.toString();
  }

  /** The open shard does not end, so it is read up to the first page without records. */
  private List<Record> records(String arn, String shard) {
    var records = new ArrayList<Record>();
    var iterator =
        client
            .getShardIterator(
                GetShardIteratorRequest.builder()
                    .streamArn(arn)
                    .shardId(shard)
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON)
                    .build())
            .shardIterator();
    while (iterator != null) {
      var page = client.getRecords(GetRecordsRequest.builder().shardIterator(iterator).build());
      records.addAll(page.records());
      iterator = page.records().isEmpty() ? null : page.nextShardIterator();
    }
    return records;
  }

  private static JsonNode json(Record record, String arn) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("eventID", record.eventID())
            .put("eventName", record.eventNameAsString())
            .put("eventVersion", record.eventVersion())
            .put("eventSource", record.eventSource())
            .put("awsRegion", record.awsRegion())
            .put("eventSourceARN", arn);
    var stream = record.dynamodb();
    var image =
        json.putObject("dynamodb")
            .put(
                "ApproximateCreationDateTime",
                (double) stream.approximateCreationDateTime().getEpochSecond())
            .put("SequenceNumber", stream.sequenceNumber())
            .put("SizeBytes", stream.sizeBytes())
            .put("StreamViewType", stream.streamViewTypeAsString());
    image.set("Keys", json(stream.keys()));
    if (stream.hasNewImage()) {
      image.set("NewImage", json(stream.newImage()));
    }
    if (stream.hasOldImage()) {
      image.set("OldImage", json(stream.oldImage()));
    }
    return json;
  }

  private static ObjectNode json(Map<String, AttributeValue> item) {
    var json = JsonNodeFactory.instance.objectNode();
    item.forEach((name, value) -> json.set(name, json(value)));
    return json;
  }

  private static ObjectNode json(AttributeValue value) {
    var json = JsonNodeFactory.instance.objectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", value.nul());
      case L -> {
        var list = json.putArray("L");
        value.l().forEach(element -> list.add(json(element)));
      }
      case M -> json.set("M", json(value.m()));
      case B, BS, NS, SS, UNKNOWN_TO_SDK_VERSION -> throw new AssertionError(value);
    }
    return json;
  }
}
